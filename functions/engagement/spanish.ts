import type { Language } from "../platform/language.ts";
import { sayIn, type Sentences } from "../platform/sentences.ts";
import type { MetricDefinition, MetricId } from "./contract.ts";

const outOfAll = "Quien ese día está de licencia, tiene la cuenta suspendida o ya no trabaja aquí";
const newcomersCount = `${outOfAll}. Quien está en sus primeros 45 días sí se incluye`;

type Words = Omit<MetricDefinition, "id" | "version" | "isHigherBetter">;

const definitions: Record<MetricId, Words> = {
  transfer: {
    title: "Llevado a la práctica",
    question: "¿Lo aprendido se vuelve práctica?",
    numerator: "Tareas prácticas que un coach o la dirección de la escuela aceptó, entre las que ya debían estar",
    denominator: "Tareas prácticas de módulos con fecha hasta hoy",
    window: "Fechas desde el primer día del año escolar hasta hoy inclusive",
    excluded: `${outOfAll}; quien está en sus primeros 45 días`,
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
};

const reasons: Sentences = {
  "No longer works here": "Ya no trabaja aquí",
  Suspended: "Cuenta suspendida",
  "On leave": "De licencia",
  "Works at the district office, which is no school; choose that level to see it":
    "Trabaja en la oficina del distrito, que no es una escuela; elija ese nivel para verla",
};

/** A metric's definition in the reader's language. */
export function definitionIn(language: Language, definition: MetricDefinition): MetricDefinition {
  return language === "en" ? definition : { ...definition, ...definitions[definition.id] };
}

/** Why people are in no figure, in the reader's language. */
export function reasonIn(language: Language, reason: string): string {
  return sayIn(language, reason, reasons);
}
