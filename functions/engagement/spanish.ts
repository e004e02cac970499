import type { Language } from "../platform/language.ts";
import { sayIn, type Sentences } from "../platform/sentences.ts";
import type { MetricDefinition, MetricId, RoleGapDefinition } from "./contract.ts";
import type { BenchDepthDefinition } from "./coverage-contract.ts";

const outOfAll =
  "Quien ese día está de licencia por más de 20 días escolares o sin fecha de regreso, tiene la cuenta suspendida o ya no trabaja aquí";
const newcomersCount = `${outOfAll}. Quien está en sus primeros 45 días sí se incluye`;

type Words = Omit<MetricDefinition, "id" | "version" | "isHigherBetter">;

const definitions: Record<MetricId | "roleGap" | "benchDepth", Words> = {
  transfer: {
    title: "Llevado a la práctica",
    question: "¿Lo aprendido se vuelve práctica?",
    numerator: "Tareas prácticas que un coach o la dirección de la escuela aceptó, entre las que ya debían estar",
    denominator: "Tareas prácticas de módulos con fecha hasta hoy",
    window: "Fechas desde el primer día del año escolar hasta hoy inclusive",
    excluded: `${outOfAll}; quien está en sus primeros 45 días; los módulos que cuentan por aprendizaje previo`,
    missing:
      "Una tarea que no se entregó cuenta como no hecha. Una tarea que espera revisión todavía no está aceptada, y se muestra aparte, en revisión",
  },
  current: {
    title: "Al día en su puesto",
    question: "¿Quién terminó todo lo que ya debía estar?",
    numerator: "Personal que completó todos los módulos con fecha hasta hoy",
    denominator: "Personal con al menos un módulo con fecha hasta hoy",
    window: "Al día de hoy; cuentan todas las fechas hasta hoy inclusive",
    excluded: `${outOfAll}; quien está en sus primeros 45 días`,
    missing: "Un módulo que nunca se abrió cuenta como no completado",
  },
  reach: {
    title: "Alcance",
    question: "¿A quién hemos llegado?",
    numerator: "Personal que abrió al menos una lección este año escolar",
    denominator: "Personal en activo",
    window: "Desde el primer día del año escolar hasta hoy inclusive",
    excluded: newcomersCount,
    missing: "Quien no abrió ninguna lección cuenta como no alcanzado",
  },
  stalled: {
    title: "Sin avance",
    question: "¿Dónde se detuvo el aprendizaje?",
    numerator: "Módulos empezados y sin completar en los que la persona no hizo nada durante 30 días o más",
    denominator: "Módulos empezados y sin completar",
    window: "Al día de hoy",
    excluded: newcomersCount,
    missing: "Un módulo que nadie empezó no está en ninguna de las dos cuentas",
  },
  certified: {
    title: "Con certificado",
    question: "¿Quién tiene hoy un certificado Foundations?",
    numerator: "Personal con un certificado Foundations vigente hoy",
    denominator: "Personal en activo",
    window: "Al día de hoy; un certificado cuenta hasta su último día inclusive",
    excluded: newcomersCount,
    missing: "Quien no tiene certificado cuenta como sin certificado; uno vencido o revocado no cuenta",
  },
  onboarded: {
    title: "Integrado en 45 días",
    question: "¿Se integra bien el personal nuevo?",
    numerator: "De ese personal, quien a más tardar en su día 45 había completado todos los módulos de la formación común de su ruta",
    denominator: "Personal cuyo día 45 después de la contratación cayó en este año escolar, hasta hoy inclusive",
    window: "Días 45 desde el primer día del año escolar hasta hoy inclusive",
    excluded: `${outOfAll}. A quien sigue en sus primeros 45 días todavía no se le pregunta`,
    missing: "Un módulo de la formación común que no estaba completo el día 45, o nunca, cuenta como no integrado",
  },
  coachingReach: {
    title: "Alcanzado por el coaching",
    question: "¿Llega el coaching a las personas?",
    numerator: "De ese personal, quien en los últimos 90 días recibió una revisión de su práctica o un mensaje de su coach aquí",
    denominator: "Personal en activo que tiene coach",
    window: "Los últimos 90 días naturales, hoy incluido",
    excluded: `${outOfAll}; quien no tiene coach. Quien está en sus primeros 45 días sí se incluye`,
    missing:
      "Sin revisión y sin mensaje cuenta como no alcanzado. Las visitas y las conversaciones no se registran aquí y por eso no cuentan; no hay un plan de contactos registrado con el que comparar",
  },
  lapsing: {
    title: "Por vencer",
    question: "¿Qué vence próximamente?",
    numerator:
      "De esos, los certificados que terminan en los próximos 90 días y para cuya renovación aún no se ha hecho nada: ninguna comprobación de la formación común aprobada desde que se abrió la renovación",
    denominator: "Personal con un certificado Foundations vigente hoy",
    window: "Al día de hoy, con vista a los próximos 90 días naturales",
    excluded: newcomersCount,
    missing: "Sin una comprobación aprobada desde que se abrió la renovación, cuenta como renovación no empezada",
  },
  lapsed: {
    title: "Vencido",
    question: "¿Qué ha vencido?",
    numerator: "De ese personal, quien hoy ya no tiene vigente su último certificado: terminó sin renovarse o fue revocado",
    denominator: "Personal que tiene o ha tenido un certificado Foundations",
    window: "Al día de hoy; un certificado cuenta hasta su último día inclusive",
    excluded: newcomersCount,
    missing: "Quien nunca tuvo un certificado no está en ninguna de las dos cuentas",
  },
  benchDepth: {
    title: "Relevo",
    question: "¿Podríamos seguir si perdemos a una persona clave?",
    numerator:
      "De ellos, los puestos con al menos 2 personas: alguien presente ese día que cubre el puesto con la formación al día, o está nombrado como su suplente",
    denominator:
      "Puestos clave de una escuela: facilitación, análisis de datos, coach, líder de nivel 2 y líder de nivel 3, cada uno donde los equipos del distrito lo tienen",
    window: "Al día de hoy",
    excluded:
      "Quien ese día está de licencia, tiene la cuenta suspendida, ya no está o trabaja en otro lugar; el equipo del propio distrito, que no es una escuela",
    missing: "Un puesto para el que no se nombró a nadie cuenta como sin relevo",
  },
  roleGap: {
    title: "Diferencia entre puestos",
    question: "¿Se queda atrás algún puesto?",
    numerator: "El porcentaje más alto menos el más bajo de personal al día, entre los puestos de una escuela, en puntos",
    denominator: "Puestos con al menos 5 personas que ya tenían algo para entregar; hacen falta dos puestos así",
    window: "Al día de hoy; cuentan todas las fechas hasta hoy inclusive",
    excluded: `${outOfAll}; quien está en sus primeros 45 días; los puestos con menos de 5 personas`,
    missing: "Un módulo que nunca se abrió cuenta como no completado. Un puesto con muy pocas personas es desconocido y no se compara",
  },
};

const reasons: Sentences = {
  "No longer works here": "Ya no trabaja aquí",
  Suspended: "Cuenta suspendida",
  "On a long leave": "De licencia larga",
  "Works at the district office, which is no school; choose that level to see it":
    "Trabaja en la oficina del distrito, que no es una escuela; elija ese nivel para verla",
};

/** A metric's definition in the reader's language. */
export function definitionIn<Definition extends MetricDefinition | RoleGapDefinition | BenchDepthDefinition>(
  language: Language,
  definition: Definition,
): Definition {
  return language === "en" ? definition : { ...definition, ...definitions[definition.id] };
}

/** Why people are in no figure, in the reader's language. */
export function reasonIn(language: Language, reason: string): string {
  return sayIn(language, reason, reasons);
}

/** What the figures, the calendar and the teams refuse, in Spanish. */
export const engagementSpanish: Sentences = {
  "No week has been frozen yet.": "Todavía no se ha fijado ninguna semana.",
  "No week was frozen on or before {}. The first is of {}.": "Hasta el {1} no se había fijado ninguna semana. La primera es la del {2}.",
  "This team has no such seat. Choose one of the seats on the page.":
    "Este equipo no tiene ese puesto. Elija uno de los puestos de la página.",
  "Someone saved the calendar while you were editing it. Reload to see their version; what you entered is still on this page.":
    "Alguien guardó el calendario mientras usted lo editaba. Vuelva a cargar para ver su versión; lo que usted escribió sigue en esta página.",
  "Correct the dates that are named. Nothing was saved.": "Corrija las fechas que se indican. No se guardó nada.",
  "The school year must end after it starts.": "El año escolar debe terminar después de empezar.",
  "A school year is at most a year long.": "Un año escolar dura como mucho un año.",
  "This year begins before the one before it has ended.": "Este año empieza antes de que termine el anterior.",
  "{} must end on or after the day it begins.": "{1} debe terminar el día en que empieza o después.",
  "{} lies outside the school year.": "{1} queda fuera del año escolar.",
  "The breaks leave no contract day in this year.": "Los descansos no dejan ningún día de contrato en este año.",
  "Give each group a name of its own.": "Dé a cada grupo un nombre propio.",
  "Choose one of the groups for each job, or none.": "Elija uno de los grupos para cada puesto, o ninguno.",
  "Give it a name.": "Póngale un nombre.",
  "Enter at least one school year.": "Introduzca al menos un año escolar.",
  "Name a week as 2026-W12.": "Nombre la semana así: 2026-W12.",
  "The calendar is not there yet.": "El calendario todavía no está.",
};
