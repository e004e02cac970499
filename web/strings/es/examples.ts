import type { examples as english } from "../en-examples.ts";

export const examples: typeof english = {
  title: "Cómo se lee la evidencia en cada nivel",
  lead: "Son ejemplos inventados, para mostrar la diferencia. No se le pide a nadie que escriba lo mismo.",
  levels: { notYet: "Todavía no", developing: "En desarrollo", meets: "Cumple", exemplary: "Ejemplar" },
};
