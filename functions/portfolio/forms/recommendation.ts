import { both, type FormSource, item } from "./source.ts";

const seldom: [string, string, string] = ["Seldom", "At times", "Nearly always"];
const rara: [string, string, string] = ["Rara vez", "A veces", "Casi siempre"];

/** What a colleague can say of someone who wants to coach or train others. */
export const recommendation = {
  version: 1,
  title: both("A colleague's recommendation", "La recomendación de un colega"),
  parts: [
    {
      id: "colleague",
      title: both("What you have seen of their work with adults", "Lo que ha visto de su trabajo con adultos"),
      items: [
        item("listens", ["They listen before they advise", ...seldom], ["Escucha antes de aconsejar", ...rara]),
        item(
          "practice",
          ["They help people practice, not only talk about practice", ...seldom],
          ["Ayuda a practicar, no solo a hablar de la práctica", ...rara],
        ),
        item(
          "feedback",
          ["What they say about someone's work is specific, kind and usable", ...seldom],
          ["Lo que dice del trabajo de alguien es específico, amable y útil", ...rara],
        ),
        item(
          "data",
          ["They look at evidence before they draw a conclusion", ...seldom],
          ["Mira la evidencia antes de sacar una conclusión", ...rara],
        ),
        item(
          "trust",
          ["What is said to them in confidence stays with them", ...seldom],
          ["Lo que se le dice en confianza se queda con esa persona", ...rara],
        ),
        item("promises", ["They do what they said, by when they said it", ...seldom], ["Hace lo que dijo y para cuando lo dijo", ...rara]),
        item(
          "fair",
          ["They work as well with people who disagree with them", ...seldom],
          ["Trabaja igual de bien con quienes no están de acuerdo", ...rara],
        ),
        item(
          "fade",
          ["People need them less after a while, and do it on their own", ...seldom],
          ["Con el tiempo la gente necesita menos su ayuda y lo hace por su cuenta", ...rara],
        ),
      ],
    },
  ],
} satisfies FormSource;
