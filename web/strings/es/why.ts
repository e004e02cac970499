import type { whyWords as english } from "../en-why.ts";
import { breakNamed, count, quoted, words } from "./words.ts";

const daysOf = ({ days, unit }: { days: number; unit?: string | undefined }) =>
  unit === "contractDays" ? count(Math.abs(days), "día de contrato", "días de contrato") : count(Math.abs(days), "día", "días");

export const whyWords: typeof english = {
  assignedBy: ({ origin, targetTitle, anchorOn }, today) =>
    origin.kind === "rule"
      ? `Pertenece a ${quoted(targetTitle)}. La regla ${quoted(origin.ruleName)} de su distrito (versión ${origin.ruleVersion}) lo da al grupo en el que usted está.`
      : `${origin.name} le asignó ${quoted(targetTitle)} el ${words.date(anchorOn, today)}.`,
  note: (note) => `Su nota: ${quoted(note)}`,
  start: ({ anchor, anchorOn }, today) => {
    const what = {
      roleStart: "el día en que usted empezó en su puesto",
      ruleStart: "el día en que empezó la regla",
      assigned: "el día en que se asignó",
      hired: "el día de su contratación",
      schoolYearStart: "el inicio del año escolar",
      certificateExpiry: "el último día de su certificado",
    }[anchor];
    return anchor === "certificateExpiry"
      ? `Se cuenta desde el ${words.date(anchorOn, today)}, ${what}.`
      : `El plazo empezó el ${words.date(anchorOn, today)}, ${what}.`;
  },
  due: ({ due, dueOn, movedBy, leaveDays, graceEndsOn, isSpaced }, today) => {
    const basis = {
      paced: "Los pasos de una ruta se reparten para que las fechas no se acumulen",
      relative: due.kind === "relative" ? (due.days < 0 ? `Cae ${daysOf(due)} antes` : `Usted tiene ${daysOf(due)}`) : "",
      fixed: "Una sola fecha vale para todas las personas",
    }[due.kind];
    const moved =
      movedBy === undefined ? "" : ` La fecha caía primero en ${breakNamed(movedBy)}, así que pasó al primer día de clases siguiente.`;
    const waited =
      graceEndsOn === undefined ? "" : ` Nada vence en sus primeros 45 días, que terminan el ${words.date(graceEndsOn, today)}.`;
    const paused = leaveDays === undefined || leaveDays === 0 ? "" : ` Su licencia detuvo el plazo ${count(leaveDays, "día", "días")}.`;
    const apart = isSpaced ? " Va una semana después del paso anterior, para que las fechas no se acumulen." : "";
    const by = words.due(dueOn, today);
    return `${basis}; este paso ${dueOn < today ? by : `es ${by}`}.${paused}${waited}${moved}${apart}`;
  },
  priorLearning: ({ endedOn, dueOn }, today) =>
    `Lo que había aprendido en otro lugar contó hasta el ${words.date(endedOn, today)}. Desde entonces tiene 30 días de contrato: vence el ${words.date(dueOn, today)}.`,
  extension: ({ byName = "", dueOn = "", wasDueOn, words: said = "" }, today) =>
    `${byName} le dio más tiempo: el ${words.date(dueOn, today)} en lugar del ${words.date(wasDueOn, today)}.${said === "" ? "" : ` Escribió: ${quoted(said)}`}`,
  others: "También lo pide",
  other: ({ origin, dueOn }, today) =>
    `${origin.kind === "rule" ? `la regla ${quoted(origin.ruleName)}` : origin.name}, para el ${words.date(dueOn, today)}. Cuenta la fecha más temprana.`,
  wrong: "Si algo parece incorrecto, dígaselo a su coach o a la administración de su distrito. Ven las mismas razones.",
};
