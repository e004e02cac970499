import type { charts as english } from "../en-charts.ts";
import { locale, words } from "./words.ts";

const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });

export const charts: typeof english = {
  showTable: "Mostrar estas cifras en una tabla",
  week: "Semana",
  month: (date) => month.format(new Date(`${date}T00:00:00Z`)),
  percent: words.percent,
  stripHint: "Señale un punto para ver qué escuela es. Con el teclado: Tab hasta los puntos y después las flechas; Entrar abre la escuela.",
  stripHintTouch: "Toque un punto para ver qué escuela es.",
};
