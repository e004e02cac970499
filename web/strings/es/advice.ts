import type { advice as english } from "../en-advice.ts";
import { lead } from "./lead.ts";
import { list, words } from "./words.ts";

export const advice: typeof english = {
  title: "Qué pide esto",
  keep: "Alto y parejo. Sigan así, y anoten por qué funciona antes de que se vayan quienes lo saben.",
  target: (schools) =>
    schools.length === 0
      ? "Alto en general, pero no en todas partes. El acompañamiento donde hay más atraso es lo que más sube aquello con lo que todos pueden contar."
      : `Alto en general, pero no en todas partes. El acompañamiento en ${list(schools)} es lo que más subiría aquello con lo que todos pueden contar. Pregunten primero allí qué lo impide.`,
  targetMany: (n) =>
    `Alto en general, pero no en todas partes. El acompañamiento en las ${words.number(n)} escuelas por debajo del piso común es lo que más subiría aquello con lo que todos pueden contar. Pregunten primero allí qué lo impide.`,
  keepLower: "Bajo y parejo, y aquí lo bajo es bueno. Sigan así, y anoten por qué funciona antes de que se vayan quienes lo saben.",
  targetLower: (schools) =>
    schools.length === 0
      ? "Bajo en general, y aquí eso es bueno, pero no en todas partes. El acompañamiento donde hay más módulos sin avance es lo que más ayuda a todos."
      : `Bajo en general, y aquí eso es bueno, pero no en todas partes. El acompañamiento en ${list(schools)} es lo que más ayudaría. Pregunten primero allí qué lo impide.`,
  targetManyLower: (n) =>
    `Bajo en general, y aquí eso es bueno, pero no en todas partes. El acompañamiento en las ${words.number(n)} escuelas por encima del piso común es lo que más ayudaría. Pregunten primero allí qué lo impide.`,
  districtLower:
    "Alto, donde menos es mejor, y casi igual en todas partes. Eso apunta al distrito más que a una escuela: miren el modelo, la formación y el tiempo que se da a las personas.",
  reinstallLower:
    "Alto, donde menos es mejor, y muy dispar. Pedir más de lo mismo rara vez ayuda aquí. Vuelvan al principio con las escuelas: acuerden el modelo, denle tiempo, formen de nuevo y empiecen donde haya disposición.",
  district:
    "Bajo, y casi igual en todas partes. Eso apunta al distrito más que a una escuela: miren el modelo, la formación y el tiempo que se da a las personas.",
  reinstall:
    "Bajo, y muy dispar. Pedir más de lo mismo rara vez ayuda aquí. Vuelvan al principio con las escuelas: acuerden el modelo, denle tiempo, formen de nuevo y empiecen donde haya disposición.",
  coaches: "Ver los coaches y sus grupos",
  convention: (high, large, isHigherBetter) =>
    `Hablamos de un nivel ${isHigherBetter ? `alto desde ${lead.percent(high)}` : `bajo hasta ${lead.percent(100 - high)}`}, y de una brecha grande desde ${lead.score.gapValue(large)}. Los dos límites son convenciones nuestras: el comienzo de una conversación, no un veredicto sobre una escuela.`,
};
