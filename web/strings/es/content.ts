import type { content as english } from "../en-content.ts";

export const content: typeof english = {
  answers: "Las respuestas, en una tabla",
  moreInGlossary: "Más en el glosario",
};
