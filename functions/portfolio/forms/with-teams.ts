import { both, type FormSource, item } from "./source.ts";

/** How people facilitate a team. */
export const formsWithTeams = {
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
} satisfies Record<string, FormSource>;
