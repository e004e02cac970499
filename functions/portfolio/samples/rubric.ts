import { both } from "../forms/source.ts";

/** What every sample is rated on: five criteria, so that four of five in agreement are 80 %. */
export const sampleRubric = [
  {
    id: "task",
    criterion: both("Does what the task asked", "Hace lo que pedía la tarea"),
    notYet: both(
      "It tells of an intention or a topic, not of something that was done",
      "Cuenta una intención o un tema, no algo que se hizo",
    ),
    developing: both("Something was done, but a part that was asked for is missing", "Se hizo algo, pero falta una parte de lo pedido"),
    meets: both("Every part that was asked for was done", "Se hizo cada parte de lo pedido"),
    exemplary: both(
      "Every part was done, and fitted to the setting with the reason given",
      "Se hizo cada parte y se adaptó al lugar, diciendo por qué",
    ),
  },
  {
    id: "concrete",
    criterion: both("Says what the adults did", "Dice qué hicieron los adultos"),
    notYet: both("General words that could stand in any report", "Palabras generales que cabrían en cualquier informe"),
    developing: both("Some steps could be repeated, others are only named", "Algunos pasos se podrían repetir, otros solo se nombran"),
    meets: both("A colleague could do the same from this text", "Un colega podría hacer lo mismo con este texto"),
    exemplary: both(
      "A colleague could do the same, and would know where it is hard",
      "Un colega podría hacer lo mismo y sabría dónde es difícil",
    ),
  },
  {
    id: "evidence",
    criterion: both("Shows what came of it", "Muestra qué resultó"),
    notYet: both("No evidence, or an opinion alone", "No hay evidencia, o solo una opinión"),
    developing: both("It counts that something took place, not what changed", "Cuenta que algo ocurrió, no qué cambió"),
    meets: both("A before and an after, or a goal and a result", "Un antes y un después, o una meta y un resultado"),
    exemplary: both(
      "A before and an after, with what else could explain it",
      "Un antes y un después, con lo que también podría explicarlo",
    ),
  },
  {
    id: "decision",
    criterion: both("Ends in a decision", "Termina en una decisión"),
    notYet: both("Nothing follows from it", "No se sigue nada de ello"),
    developing: both("A next step without a name or a day", "Un próximo paso sin nombre o sin fecha"),
    meets: both(
      "A next step that follows from the evidence, with a name and a day",
      "Un próximo paso que se sigue de la evidencia, con nombre y fecha",
    ),
    exemplary: both("And it says what would make them change course", "Y dice qué les haría cambiar de rumbo"),
  },
  {
    id: "privacy",
    criterion: both("Keeps students out of it", "Deja fuera a los estudiantes"),
    notYet: both("A student is named or can be recognized", "Se nombra o se puede reconocer a un estudiante"),
    developing: both(
      "A detail fits so few children that someone at the school could guess",
      "Un detalle corresponde a tan pocos niños que en la escuela se podría adivinar",
    ),
    meets: both("Groups and numbers only", "Solo grupos y números"),
    exemplary: both(
      "Groups and numbers only, and it says how the records were kept apart",
      "Solo grupos y números, y dice cómo se guardaron aparte los registros",
    ),
  },
] as const;
