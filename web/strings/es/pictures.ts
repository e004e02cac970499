import type { pictures as english } from "../en-pictures.ts";

export const pictures: typeof english = {
  tiers: {
    aside: ["Capas de apoyo,", "nunca grupos", "de niños"],
    one: { name: "Nivel 1", note: ["para todos, todo el año"] },
    two: { name: "Nivel 2", note: ["para un grupo pequeño"] },
    three: { name: "Nivel 3", note: ["para un solo", "estudiante"] },
  },

  fourQuestions: {
    need: { name: ["¿Cuál es la", "necesidad?"], note: ["la brecha, dicha", "con precisión"] },
    why: { name: ["¿Por qué", "ocurre?"], note: ["primero, lo que", "se impartió"] },
    what: { name: ["¿Qué vamos", "a hacer?"], note: ["pocas acciones,", "con responsables"] },
    working: { name: ["¿Da", "resultado?"], note: ["¿Se impartió?", "¿Ayudó?"] },
    again: ["otra vez, más claro"],
  },

  decisionRule: {
    goalLine: "línea de meta",
    below: ["cuatro puntos seguidos", "por debajo de la línea"],
    weeks: "semanas",
    askFirst: "Primero: ¿se impartió?",
    thenDecide: ["Después: cambiar, seguir", "o retirar"],
  },

  dose: {
    planned: { name: "Planeado", note: "8 sesiones, 240 minutos" },
    held: { name: "Impartido", note: "6 sesiones, 138 minutos" },
    received: { name: "Recibido", note: "5 sesiones, 115 minutos" },
    key: ["Cada caja es una sesión y lo que la llena,", "sus minutos. Con guiones: se perdió."],
  },

  meetingLoop: {
    inMeeting: "en la reunión",
    back: { name: "Mirar atrás", note: "¿Se hizo? ¿Ayudó?" },
    problem: { name: "Definir el problema", note: "qué, quién, dónde, cuándo" },
    goal: { name: "Fijar una meta", note: "un número y una fecha" },
    plan: { name: "Planear", note: "pocas acciones, con responsable" },
    doIt: { name: "Hacerlo", note: "entre reuniones" },
    base: ["La base: funciones con suplentes, agenda,", "quien puede decidir y actas"],
  },

  coachingCycle: {
    agree: { name: "Acordar", note: ["sobre una práctica"] },
    baseline: { name: "Base", note: ["¿cómo está", "ahora?"] },
    goal: { name: "Meta", note: ["un número", "y una fecha"] },
    practice: { name: "Práctica", note: ["y comentarios,", "varias veces"] },
    fade: { name: "Retiro", note: ["cada vez", "menos"] },
    between: ["notas: solo", "de los dos"],
    later: "30 a 60 días después: ¿se mantiene?",
  },

  behaviorChain: {
    setting: { name: "Evento de contexto", note: "antes; la hace más probable" },
    antecedent: { name: "Antecedente", note: "lo que ocurre justo antes" },
    behavior: { name: "Conducta", note: "lo que se puede ver y contar" },
    consequence: { name: "Consecuencia", note: "lo que sigue enseguida" },
    purpose: { name: "Función", note: ["lo que obtiene o evita,", "y por eso vuelve a ocurrir"] },
  },

  stages: {
    exploration: { name: ["Exploración"], note: ["¿Nos conviene?"] },
    installation: { name: ["Instalación"], note: ["tiempo, funciones,", "formación"] },
    initial: { name: ["Implementación", "inicial"], note: ["en uso, desigual"] },
    full: { name: ["Implementación", "completa"], note: ["casi todos, bien"] },
    back: ["Puede retroceder si cambian las", "personas, el dinero o las condiciones."],
  },
};
