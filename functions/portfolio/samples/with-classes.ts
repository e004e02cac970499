import { both } from "../forms/source.ts";

/** Made up: what people who teach hand in. No student and no colleague is in them. */
export const samplesWithClasses = [
  {
    id: "arrival-routine",
    title: both("Teaching one expectation: arriving in class", "Enseñar una expectativa: la llegada a clase"),
    asked: both(
      "Teach one expected behavior as a lesson, keep it up for two weeks, and show with a count whether it is met more often.",
      "Enseñe una conducta esperada como una clase, manténgala dos semanas y muestre con un conteo si se cumple más a menudo.",
    ),
    text: [
      both(
        "In my two sixth-grade classes the first minutes were lost. With my team I chose one expectation from our matrix: “Be ready: sit down, take out your notebook, begin the question on the board.” On Monday I taught it like a lesson. I showed it, I showed what it is not, and each row tried it once while the others watched for the three steps.",
        "En mis dos clases de sexto se perdían los primeros minutos. Con mi equipo elegí una expectativa de nuestra matriz: «Estar listo: sentarse, sacar el cuaderno, empezar la pregunta de la pizarra». El lunes la enseñé como una clase. La mostré, mostré lo que no es, y cada fila la probó una vez mientras las demás buscaban los tres pasos.",
      ),
      both(
        "For two weeks I stood at the door, greeted everyone, and named what I saw: “This row has begun.” I aimed at four remarks of that kind for each correction and kept a tally on a card. On the second Thursday I forgot the card and have no count for that day.",
        "Durante dos semanas me puse en la puerta, saludé a todos y nombré lo que veía: «Esta fila ya empezó». Busqué cuatro comentarios así por cada corrección y llevé la cuenta en una tarjeta. El segundo jueves olvidé la tarjeta y no tengo conteo de ese día.",
      ),
      both(
        "Before, 11 of 27 and 13 of 26 had begun two minutes after the bell, counted on three days. In the second week it was 22 and 24. It may have helped that a test week had ended.",
        "Antes, dos minutos después del timbre habían empezado 11 de 27 y 13 de 26, contados tres días. En la segunda semana fueron 22 y 24. Puede haber ayudado que terminó la semana de exámenes.",
      ),
      both(
        "I will count again on the first Monday of next month. If fewer than 20 have begun I teach the lesson again; if not, I greet and name, and stop counting.",
        "Volveré a contar el primer lunes del próximo mes. Si empezaron menos de 20, vuelvo a dar la clase; si no, saludo y nombro, y dejo de contar.",
      ),
    ],
  },
  {
    id: "reading-group",
    title: both("A reading group: going on or changing", "Un grupo de lectura: seguir o cambiar"),
    asked: both(
      "Apply your team's decision rule to a group's progress data and write down the decision, who carries it out, and when you look again.",
      "Aplique la regla de decisión de su equipo a los datos de avance de un grupo y escriba la decisión, quién la lleva a cabo y cuándo se vuelve a mirar.",
    ),
    text: [
      both(
        "Our group meets four times a week for thirty minutes, five students from two classes. We use the program of the district and I follow the script. Attendance was good except in the week of the trip.",
        "Nuestro grupo se reúne cuatro veces por semana durante treinta minutos, cinco estudiantes de dos clases. Usamos el programa del distrito y sigo el guion. La asistencia fue buena, salvo la semana del viaje.",
      ),
      both(
        "The graph has eight points. Three of five are above the line that was aimed at and two below. One of the two is the boy who came from the other school in January and also has speech on Tuesdays, so he misses a quarter of the sessions. The other one is near the line.",
        "La gráfica tiene ocho puntos. Tres de cinco están por encima de la línea esperada y dos por debajo. Uno de los dos es el niño que llegó de la otra escuela en enero y además tiene terapia del habla los martes, así que falta a la cuarta parte de las sesiones. El otro está cerca de la línea.",
      ),
      both(
        "The rule of our team says: four points in a row below the line, and the plan is looked at. We talked about it in the meeting and everyone agreed that the group is doing well in general and that we should keep a close eye on it.",
        "La regla de nuestro equipo dice: cuatro puntos seguidos por debajo de la línea y se revisa el plan. Lo hablamos en la reunión y todos estuvimos de acuerdo en que el grupo va bien en general y en que hay que estar atentos.",
      ),
    ],
  },
] as const;
