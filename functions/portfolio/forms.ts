import type { Language } from "../platform/language.ts";
import type { ObservationForm, ObservationKind } from "./contract.ts";

/** A sentence in both languages. */
type Both = Record<Language, string>;
type ItemSource = { id: string; text: Both; anchors: [Both, Both, Both] };
type FormSource = { version: number; title: Both; parts: { id: string; title: Both; items: ItemSource[] }[] };

const both = (en: string, es: string): Both => ({ en, es });

/** An item: what is looked for, then what "not seen", "in part" and "fully" look like. */
function item(id: string, en: [string, string, string, string], es: [string, string, string, string]): ItemSource {
  const [text, no, part, fully] = en.map((sentence, i) => both(sentence, es[i] ?? sentence)) as [Both, Both, Both, Both];
  return { id, text, anchors: [no, part, fully] };
}

// The wording is ours. A form that has been used is never changed: a change is a new version with items of its own.
const forms: Record<ObservationKind, FormSource> = {
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
  teamMeeting: {
    version: 1,
    title: both("A team meeting", "Una reunión de equipo"),
    parts: [
      {
        id: "foundations",
        title: both("Meeting foundations", "Bases de la reunión"),
        items: [
          item(
            "roles",
            [
              "Someone facilitates, someone takes notes, someone brings the data",
              "Nobody is named",
              "Some are named",
              "Each is named before the meeting",
            ],
            [
              "Alguien facilita, alguien toma notas, alguien trae los datos",
              "No se nombra a nadie",
              "Se nombra a algunos",
              "Cada quien está nombrado antes de la reunión",
            ],
          ),
          item(
            "agenda",
            ["The agenda is known beforehand, with times", "No agenda", "An agenda without times", "An agenda with times, kept to"],
            [
              "La agenda se conoce de antemano, con tiempos",
              "No hay agenda",
              "Hay agenda sin tiempos",
              "Hay agenda con tiempos y se respeta",
            ],
          ),
          item(
            "present",
            ["Those who decide are there from start to end", "Fewer than half", "Most of them", "All, or their substitute"],
            ["Quienes deciden están de principio a fin", "Menos de la mitad", "La mayoría", "Todos, o su suplente"],
          ),
          item(
            "review",
            ["The meeting begins with what was decided last time", "Not looked at", "Read without status", "Each action with its status"],
            ["La reunión empieza con lo decidido la vez anterior", "No se revisa", "Se lee sin decir cómo va", "Cada acción con su estado"],
          ),
          item(
            "data",
            ["The data are in view when they are talked about", "Not there", "There, but not used", "In view and used"],
            ["Los datos están a la vista cuando se habla de ellos", "No están", "Están pero no se usan", "Están a la vista y se usan"],
          ),
          item(
            "voice",
            ["Everyone is heard", "One or two speak", "Most speak", "Quiet members are asked, too"],
            ["Se escucha a todos", "Hablan una o dos personas", "Habla la mayoría", "También se pregunta a quienes callan"],
          ),
        ],
      },
      {
        id: "problemSolving",
        title: both("Problem solving", "Resolución de problemas"),
        items: [
          item(
            "precise",
            ["The problem is said precisely: what, where, when, how often", "Only in general", "Some of these", "All of these"],
            [
              "El problema se dice con precisión: qué, dónde, cuándo, con qué frecuencia",
              "Solo en general",
              "Algunas de estas cosas",
              "Todas",
            ],
          ),
          item(
            "why",
            ["Why it happens is a testable guess, from data", "No guess, or blame", "A guess without data", "A guess that data support"],
            [
              "Por qué ocurre es una hipótesis comprobable, con datos",
              "No hay, o se culpa a alguien",
              "Una hipótesis sin datos",
              "Una hipótesis que los datos apoyan",
            ],
          ),
          item(
            "core",
            ["Teaching and setting are looked at before anyone is singled out", "Not looked at", "Named in passing", "Looked at with data"],
            ["La enseñanza y el entorno se miran antes de señalar a alguien", "No se miran", "Se mencionan de paso", "Se miran con datos"],
          ),
          item(
            "plan",
            [
              "The plan fits the guess and says who does what by when",
              "No plan",
              "A plan without names or dates",
              "A plan with names and dates",
            ],
            [
              "El plan responde a la hipótesis y dice quién hace qué y para cuándo",
              "No hay plan",
              "Un plan sin nombres o fechas",
              "Un plan con nombres y fechas",
            ],
          ),
          item(
            "delivery",
            ["How the plan's delivery will be checked is decided", "Not mentioned", "Mentioned", "Decided: who checks, and how"],
            [
              "Se decide cómo se verificará que el plan se lleva a cabo",
              "No se menciona",
              "Se menciona",
              "Se decide quién verifica y cómo",
            ],
          ),
          item(
            "goal",
            ["There is a goal, and a day on which it is looked at again", "Neither", "One of them", "Both"],
            ["Hay una meta y un día en que se vuelve a mirar", "Ninguna de las dos", "Una de ellas", "Ambas"],
          ),
        ],
      },
    ],
  },
  fidelityReview: {
    version: 1,
    title: both("A fidelity review", "Una revisión de fidelidad"),
    parts: [
      {
        id: "review",
        title: both("Facilitating the review", "Facilitación de la revisión"),
        items: [
          item(
            "quorum",
            ["The team that must be there is there, and it is written down", "Not there", "There, not written", "There and written"],
            ["El equipo que debe estar está presente, y consta por escrito", "No está", "Está, sin constancia", "Está y consta"],
          ),
          item(
            "evidence",
            ["Evidence is looked at before each score", "Scored from memory", "For some scores", "For every score"],
            ["Se mira la evidencia antes de cada puntuación", "Se puntúa de memoria", "En algunas", "En todas"],
          ),
          item(
            "vote",
            ["Everyone scores before anyone argues", "One person scores", "At times", "Every time"],
            ["Todos puntúan antes de que alguien argumente", "Puntúa una persona", "A veces", "Siempre"],
          ),
          item(
            "agree",
            ["Different scores are settled by evidence", "By rank or average", "By talk without evidence", "By evidence"],
            ["Las diferencias se resuelven con evidencia", "Por jerarquía o promedio", "Hablando sin evidencia", "Con evidencia"],
          ),
          item(
            "neutral",
            ["The facilitator leads without pushing a score", "Pushes scores", "Hints at scores", "Asks and does not push"],
            ["Quien facilita conduce sin empujar una puntuación", "Empuja puntuaciones", "Insinúa puntuaciones", "Pregunta y no empuja"],
          ),
          item(
            "actions",
            [
              "It ends with one to three actions, with names and dates",
              "No actions",
              "Actions without names or dates",
              "Actions with names and dates",
            ],
            [
              "Termina con una a tres acciones, con nombres y fechas",
              "Sin acciones",
              "Acciones sin nombres o fechas",
              "Acciones con nombres y fechas",
            ],
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
};

/** The current edition of a form, in a language. */
export function observationForm(kind: ObservationKind, language: Language = "en"): ObservationForm {
  const { version, title, parts } = forms[kind];
  return {
    kind,
    version,
    title: title[language],
    parts: parts.map((part) => ({
      id: part.id,
      title: part.title[language],
      items: part.items.map(({ id, text, anchors: [no, some, fully] }) => ({
        // The same word may stand in two parts; an answer names its item once.
        id: `${part.id}.${id}`,
        text: text[language],
        anchors: [no[language], some[language], fully[language]],
      })),
    })),
  };
}

/** All forms, in a language. */
export function observationForms(language: Language): ObservationForm[] {
  return (Object.keys(forms) as ObservationKind[]).map((kind) => observationForm(kind, language));
}
