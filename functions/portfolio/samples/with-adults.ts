import { both } from "../forms/source.ts";

/** Made up: what people who coach and facilitate hand in. No student and no colleague is in them. */
export const samplesWithAdults = [
  {
    id: "coaching-cycle",
    title: both("A coaching cycle about opportunities to respond", "Un ciclo de coaching sobre oportunidades de responder"),
    asked: both(
      "Document one whole coaching cycle: agreement, baseline, goal, at least two contacts with practice and feedback, and a review.",
      "Documente un ciclo completo de coaching: acuerdo, línea de base, meta, al menos dos contactos con práctica y retroalimentación, y una revisión.",
    ),
    text: [
      both(
        "A teacher with four years' experience asked me for help with a quiet class. We agreed on six weeks, on what I would write down, and that only the two of us see it. On the first visit I counted how often anyone was asked to answer: nine times in twenty minutes, seven of them by hands up.",
        "Una persona docente con cuatro años de experiencia me pidió ayuda con una clase callada. Acordamos seis semanas, qué anotaría yo y que solo lo veríamos las dos personas. En la primera visita conté cuántas veces se pidió responder a alguien: nueve veces en veinte minutos, siete de ellas con mano levantada.",
      ),
      both(
        "The goal was twenty, with at least half of them for everyone at once. We planned three places in the next lesson for a choral answer and rehearsed them after school: I played the class, then we changed places. It felt strange to both of us for the first five minutes, and I would say so beforehand the next time.",
        "La meta fue veinte, al menos la mitad para todos a la vez. Planeamos tres momentos de la clase siguiente para una respuesta a coro y los ensayamos después de clases: yo hice de grupo y luego cambiamos de lugar. A las dos personas nos resultó extraño los primeros cinco minutos, y la próxima vez lo diría antes.",
      ),
      both(
        "On the second visit there were sixteen, on the third twenty-three, fourteen of them for everyone. I gave one thing that worked and one to try after each visit, within a day. Then I stayed away for three weeks.",
        "En la segunda visita fueron dieciséis, en la tercera veintitrés, catorce de ellas para todos. Después de cada visita di, en menos de un día, algo que funcionó y algo que probar. Luego dejé de ir tres semanas.",
      ),
      both(
        "When I came back without notice it was twenty-one. We closed the cycle on May 4 and agreed that the teacher counts once in September; if it is below fifteen, we meet. My notes are in my own folder; no student is in them.",
        "Cuando volví sin avisar fueron veintiuna. Cerramos el ciclo el 4 de mayo y acordamos que la persona docente cuenta una vez en septiembre; si son menos de quince, nos reunimos. Mis notas están en mi carpeta; no hay estudiantes en ellas.",
      ),
    ],
  },
  {
    id: "team-meeting",
    title: both("Facilitating a team: late work in ninth grade", "Facilitar un equipo: trabajos tardíos en noveno"),
    asked: both(
      "Facilitate a team meeting that states a problem precisely, finds why it happens, and leaves with a plan whose delivery is checked.",
      "Facilite una reunión de equipo que plantee un problema con precisión, encuentre por qué ocurre y termine con un plan cuya realización se compruebe.",
    ),
    text: [
      both(
        "I sent the agenda two days before, with times. Six of seven were there from start to end; the seventh sent a substitute. We began with the three actions of the last meeting: two were done, one was moved with a new date.",
        "Envié la agenda dos días antes, con tiempos. Seis de siete estuvieron de principio a fin; la séptima persona envió a alguien en su lugar. Empezamos con las tres acciones de la reunión anterior: dos estaban hechas y una se pasó a otra fecha.",
      ),
      both(
        "The problem: in ninth grade 38 % of English assignments came in late in October, most of them essays that are due on Mondays; in mathematics it is 9 %. We asked why five times. The best guess was that the essays are begun at home without a start in class. The counselor had asked twenty students, and fourteen said that they did not know how to begin.",
        "El problema: en noveno, el 38 % de los trabajos de inglés de octubre llegó tarde, sobre todo ensayos que se entregan los lunes; en matemáticas es el 9 %. Preguntamos cinco veces por qué. La mejor hipótesis fue que los ensayos se empiezan en casa, sin comenzar en clase. Consejería había preguntado a veinte estudiantes, y catorce dijeron que no sabían cómo empezar.",
      ),
      both(
        "The plan: from November 10 on, all four English classes begin each essay with fifteen minutes in class, with the outline that one of us brought. The department head looks into two lessons a week with a list of three things.",
        "El plan: desde el 10 de noviembre, las cuatro clases de inglés empiezan cada ensayo con quince minutos en clase, con el esquema que trajo una persona del equipo. La jefatura del departamento mira dos clases por semana con una lista de tres cosas.",
      ),
      both(
        "It was a good meeting and everyone was engaged. We will look at the numbers again in some weeks.",
        "Fue una buena reunión y todos participaron. Volveremos a mirar los números en unas semanas.",
      ),
    ],
  },
] as const;
