import type { whyWords as english } from "../en-why.ts";
import { breakNamed, count, quoted, words } from "./words.ts";

export const whyWords: typeof english = {
  assignedBy: ({ origin, targetTitle, anchorOn }, today) =>
    origin.kind === "rule"
      ? `Pertenece a ${quoted(targetTitle)}. La regla ${quoted(origin.ruleName)} de su distrito (versión ${origin.ruleVersion}) lo da a todas las personas de su puesto.`
      : `${origin.name} le asignó ${quoted(targetTitle)} el ${words.date(anchorOn, today)}.`,
  note: (note) => `Su nota: ${quoted(note)}`,
  start: ({ anchor, anchorOn }, today) => {
    const on = `El plazo empezó el ${words.date(anchorOn, today)}`;
    if (anchor === "roleStart") return `${on}, el día en que usted empezó en su puesto.`;
    if (anchor === "ruleStart") return `${on}, el día en que empezó la regla.`;
    return `${on}, el día en que se asignó.`;
  },
  due: ({ due, dueOn, movedBy, graceEndsOn, isSpaced }, today) => {
    const basis = {
      paced: "Los pasos de una ruta se reparten para que las fechas no se acumulen",
      relative: due.kind === "relative" ? `Usted tiene ${count(due.days, "día", "días")}` : "",
      fixed: "Una sola fecha vale para todas las personas",
    }[due.kind];
    const moved =
      movedBy === undefined ? "" : ` La fecha caía primero en ${breakNamed(movedBy)}, así que pasó al primer día de clases siguiente.`;
    const waited =
      graceEndsOn === undefined ? "" : ` Nada vence en sus primeros 45 días, que terminan el ${words.date(graceEndsOn, today)}.`;
    const apart = isSpaced ? " Va una semana después del paso anterior, para que las fechas no se acumulen." : "";
    const by = words.due(dueOn, today);
    return `${basis}; este paso ${dueOn < today ? by : `es ${by}`}.${waited}${moved}${apart}`;
  },
  others: "También lo pide",
  other: ({ origin, dueOn }, today) =>
    `${origin.kind === "rule" ? `la regla ${quoted(origin.ruleName)}` : origin.name}, para el ${words.date(dueOn, today)}. Cuenta la fecha más temprana.`,
  wrong: "Si algo parece incorrecto, dígaselo a su coach o a la administración de su distrito. Ven las mismas razones.",
};
