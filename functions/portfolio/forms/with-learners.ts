import { both, type FormSource, item } from "./source.ts";

/** How people teach: children, or each other. */
export const formsWithLearners = {
  practice: {
    version: 1,
    title: both("A lesson or routine", "Una clase o rutina"),
    parts: [
      {
        id: "practice",
        title: both("Teaching and routine", "Enseñanza y rutina"),
        items: [
          item(
            "goal",
            [
              "The goal of the lesson is said in words everyone can repeat",
              "No goal is said",
              "Said once or only posted",
              "Said, and returned to during the lesson",
            ],
            [
              "La meta de la clase se dice con palabras que todos pueden repetir",
              "No se dice ninguna meta",
              "Se dice una vez o solo está escrita",
              "Se dice y se retoma durante la clase",
            ],
          ),
          item(
            "model",
            [
              "The new skill is shown step by step before anyone tries it",
              "Not shown",
              "Shown without naming the steps",
              "Shown, with each step named",
            ],
            [
              "La habilidad nueva se muestra paso a paso antes de que alguien la intente",
              "No se muestra",
              "Se muestra sin nombrar los pasos",
              "Se muestra y se nombra cada paso",
            ],
          ),
          item(
            "responses",
            [
              "Everyone answers often, not only those who volunteer",
              "Only volunteers answer",
              "Everyone answers once or twice",
              "Everyone answers throughout",
            ],
            [
              "Todos responden a menudo, no solo quienes se ofrecen",
              "Solo responden quienes se ofrecen",
              "Todos responden una o dos veces",
              "Todos responden de principio a fin",
            ],
          ),
          item(
            "feedback",
            ["Feedback says what was right and what to do next", "Right or wrong alone", "Specific at times", "Specific nearly every time"],
            [
              "La retroalimentación dice qué estuvo bien y qué hacer después",
              "Solo bien o mal",
              "Específica a veces",
              "Específica casi siempre",
            ],
          ),
          item(
            "expectations",
            [
              "Expected behavior is taught and noticed when it is met",
              "Only corrected",
              "Named but seldom noticed",
              "Named, and noticed more often than corrected",
            ],
            [
              "La conducta esperada se enseña y se reconoce cuando se cumple",
              "Solo se corrige",
              "Se nombra pero casi no se reconoce",
              "Se nombra y se reconoce más de lo que se corrige",
            ],
          ),
          item(
            "adjusts",
            [
              "A quick check of understanding changes what comes next",
              "No check",
              "A check that changes nothing",
              "A check, and the lesson follows it",
            ],
            [
              "Una comprobación rápida cambia lo que sigue",
              "No hay comprobación",
              "Hay una que no cambia nada",
              "Hay una y la clase la sigue",
            ],
          ),
        ],
      },
    ],
  },
  session: {
    version: 1,
    title: both("A support session", "Una sesión de apoyo"),
    parts: [
      {
        id: "session",
        title: both("The session as it is planned", "La sesión según lo planeado"),
        items: [
          item(
            "time",
            [
              "The session begins and ends as scheduled",
              "More than five minutes are lost",
              "Up to five minutes are lost",
              "The whole time is used",
            ],
            [
              "La sesión empieza y termina a su hora",
              "Se pierden más de cinco minutos",
              "Se pierden hasta cinco minutos",
              "Se usa todo el tiempo",
            ],
          ),
          item(
            "ready",
            ["Materials and seats are ready", "Looked for during the session", "Mostly ready", "All ready before it begins"],
            ["Los materiales y los lugares están listos", "Se buscan durante la sesión", "Casi todo listo", "Todo listo antes de empezar"],
          ),
          item(
            "steps",
            [
              "The steps of the intervention are followed in order",
              "Few are followed",
              "Most are followed",
              "All are followed, or a change is named as one",
            ],
            [
              "Los pasos de la intervención se siguen en orden",
              "Se siguen pocos",
              "Se sigue la mayoría",
              "Se siguen todos, o se dice qué se cambia",
            ],
          ),
          item(
            "practice",
            ["Most of the time is practice with responses", "Mostly listening", "About half", "Mostly practice"],
            ["La mayor parte del tiempo es práctica con respuestas", "Sobre todo se escucha", "Cerca de la mitad", "Sobre todo práctica"],
          ),
          item(
            "errors",
            [
              "Errors are corrected at once, calmly, with another try",
              "Passed over",
              "Corrected without another try",
              "Corrected, with another try",
            ],
            [
              "Los errores se corrigen de inmediato, con calma y otro intento",
              "Se pasan por alto",
              "Se corrigen sin otro intento",
              "Se corrigen con otro intento",
            ],
          ),
          item(
            "record",
            [
              "What was done and how it went is written down",
              "Not written",
              "Written in part",
              "Attendance, steps and progress are written",
            ],
            ["Se anota lo que se hizo y cómo fue", "No se anota", "Se anota en parte", "Se anotan asistencia, pasos y avance"],
          ),
        ],
      },
    ],
  },
  training: {
    version: 1,
    title: both("A training session", "Una sesión de formación"),
    parts: [
      {
        id: "training",
        title: both("Delivering the session", "Impartición de la sesión"),
        items: [
          item(
            "purpose",
            ["What people will do differently is said at the start", "Not said", "Topics alone", "Said as something to do"],
            ["Al inicio se dice qué hará distinto cada quien", "No se dice", "Solo los temas", "Se dice como algo que se hará"],
          ),
          item(
            "modeled",
            ["The practice is modeled, not only described", "Described", "Shown in part", "Modeled from start to end"],
            ["La práctica se modela, no solo se describe", "Se describe", "Se muestra en parte", "Se modela de principio a fin"],
          ),
          item(
            "rehearsed",
            ["Everyone rehearses and gets feedback", "Nobody rehearses", "Some, or without feedback", "Everyone, with feedback"],
            [
              "Todos ensayan y reciben retroalimentación",
              "Nadie ensaya",
              "Algunos, o sin retroalimentación",
              "Todos, con retroalimentación",
            ],
          ),
          item(
            "checked",
            ["Understanding is checked, and the session follows it", "Not checked", "Checked, without consequence", "Checked and followed"],
            [
              "Se comprueba la comprensión y la sesión la sigue",
              "No se comprueba",
              "Se comprueba sin consecuencia",
              "Se comprueba y se sigue",
            ],
          ),
          item(
            "access",
            ["Everyone can take part: pace, materials, language, breaks", "Some cannot", "Most can", "Everyone can"],
            ["Todos pueden participar: ritmo, materiales, idioma, pausas", "Algunos no pueden", "La mayoría puede", "Todos pueden"],
          ),
          item(
            "next",
            ["Each person leaves with a first step and a day for it", "No step", "A step without a day", "A step and a day"],
            ["Cada quien se va con un primer paso y un día para darlo", "Sin paso", "Un paso sin día", "Un paso y un día"],
          ),
        ],
      },
    ],
  },
} satisfies Record<string, FormSource>;
