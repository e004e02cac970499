import type { evaluationWords as english } from "../en-evaluation.ts";
import { words } from "./words.ts";

export const evaluationWords: typeof english = {
  statements: {
    relevant: "Fue importante para mi trabajo.",
    clear: "Fue claro.",
    usable: "Puedo usarlo en mi trabajo.",
    wellSpent: "El tiempo estuvo bien empleado.",
  },
  levels: {
    stronglyDisagree: "Muy en desacuerdo",
    disagree: "En desacuerdo",
    agree: "De acuerdo",
    stronglyAgree: "Muy de acuerdo",
  },
  title: "¿Cómo fue este módulo?",
  lead: "Cuatro frases, menos de un minuto. Su crédito no depende de ello.",
  begin: "Decir cómo fue",
  formTitle: "¿Hasta qué punto está de acuerdo?",
  privacy:
    "Esto no es anónimo. Se guarda con su propio registro y nadie más ve lo que elige. Otras personas leen sumas de diez personas o más. Los archivos para auditorías dicen además que respondió y cuándo. Nunca se usa para evaluar al personal.",
  until: (on, today) => `Puede cambiarlo hasta el ${words.date(on, today)}; después se cuenta.`,
  choose: "Elija una de las cuatro.",
  notComplete: "Algunas frases todavía no tienen respuesta.",
  save: "Guardar",
  saving: "Guardando…",
  cancel: "Cancelar",
  saved: "Guardado. Gracias.",
  given: (on, until, today) => `Lo dijo el ${words.date(on, today)}. Puede cambiarlo hasta el ${words.date(until, today)}.`,
  closed: (on, today) => `Lo dijo el ${words.date(on, today)}. Ya se contó y queda como está.`,
  change: "Cambiarlo",
};
