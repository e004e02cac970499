import type { Sentences } from "../platform/sentences.ts";

/** What a portfolio says when something cannot be done, in Spanish. */
export const portfolioSpanish: Sentences = {
  "Write a sentence, so that others can follow why.": "Escriba una oración, para que otras personas entiendan por qué.",
  "Give it a title.": "Póngale un título.",
  "Keep it under 4,000 characters; a link can hold the rest.": "Use menos de 4,000 caracteres; un enlace puede contener el resto.",
  "Give a whole address that begins with https://.": "Escriba una dirección completa que empiece con https://.",
  "Confirm that no student can be recognized in what you send.": "Confirme que no se puede reconocer a ningún estudiante en lo que envía.",
  "You must not evaluate this person or have a stake in their certificate.":
    "No debe evaluar a esta persona ni tener interés propio en su certificado.",
  "Choose today or a day before it.": "Elija hoy o un día anterior.",
  "On this day they did not work here yet.": "Ese día todavía no trabajaba aquí.",
  "The form has changed since you opened it. Reload the page to score it as it is now.":
    "El formulario cambió desde que lo abrió. Vuelva a cargar la página para valorarlo como está ahora.",
  "Score every item of the form.": "Valore todos los puntos del formulario.",
  "You must not evaluate this person or have a personal stake in the decision.":
    "No debe evaluar a esta persona ni tener interés personal en la decisión.",
  "Say in a sentence what is missing, so that the next try can be accepted.":
    "Diga en una oración qué falta, para que el próximo intento pueda aceptarse.",
  "You lead a school where this person works, and leaders evaluate. Ask a coach to observe.":
    "Usted dirige una escuela donde trabaja esta persona, y la dirección evalúa. Pida a un coach que observe.",
  "Complete the observation and send it again. Nothing was saved.": "Complete la observación y envíela de nuevo. No se guardó nada.",
  "An observation is taken back by whoever recorded it, or by an administrator.":
    "Una observación la retira quien la registró, o una persona administradora.",
  "This observation was taken back already. Reload to see why.":
    "Esta observación ya fue retirada. Vuelva a cargar la página para ver por qué.",
  "This has changed since you opened it. Reload to see how it stands; what you wrote is kept on this device.":
    "Esto cambió desde que lo abrió. Vuelva a cargar la página para ver cómo está; lo que escribió se guarda en este dispositivo.",
  "This was decided or taken back a moment ago. Reload to see how it stands.":
    "Esto se decidió o se retiró hace un momento. Vuelva a cargar la página para ver cómo está.",
  "Correct what is named and send it again. Nothing was handed in.": "Corrija lo que se nombra y envíelo de nuevo. No se entregó nada.",
  "Write what you did, give a link to it, or attach a file.": "Escriba lo que hizo, dé un enlace o adjunte un archivo.",
  "This was decided or taken back a moment ago. Reload to see how it stands; what you wrote is still on this page.":
    "Esto se decidió o se retiró hace un momento. Vuelva a cargar la página para ver cómo está; lo que escribió sigue en esta página.",
  "This was emptied already. Reload to see why.": "Esto ya se vació. Vuelva a cargar la página para ver por qué.",
  "This has changed since you opened it. Reload to see it as it is now; what you wrote is still on this page.":
    "Esto cambió desde que lo abrió. Vuelva a cargar la página para verlo como está ahora; lo que escribió sigue en esta página.",
  "Type at least two letters of the name.": "Escriba al menos dos letras del nombre.",
  "Ask a colleague: nobody recommends themselves.": "Pídaselo a un colega: nadie se recomienda a sí mismo.",
  "You coach this person. Ask someone whom you do not coach.": "Usted es coach de esta persona. Pídaselo a alguien que no lo sea.",
  "This person is not at work at the moment. Ask someone else.": "Esta persona no está trabajando en este momento. Pídaselo a otra.",
  "Three colleagues have your request already. Take one back before you ask another.":
    "Tres colegas ya tienen su petición. Retire una antes de pedírselo a otra persona.",
  "Your colleague has answered meanwhile. Reload to see the answer.":
    "Su colega respondió mientras tanto. Vuelva a cargar la página para ver la respuesta.",
  "Decline if you have not seen their work or have a stake in it.": "Decline si no ha visto su trabajo o tiene interés propio.",
  "Say in a sentence or two what you have seen them do.": "Diga en una o dos oraciones qué le ha visto hacer.",
  "This person coaches you now, so you cannot recommend them. You can decline without saying why.":
    "Esta persona ahora es su coach, así que no puede recomendarla. Puede declinar sin decir por qué.",
  "Complete the recommendation and send it again. Nothing was saved.": "Complete la recomendación y envíela de nuevo. No se guardó nada.",
  "Choose a level for each criterion.": "Elija un nivel para cada criterio.",
  "Say in a sentence what in the text decided it.": "Diga en una oración qué del texto lo decidió.",
  "Complete the rating and send it again. Nothing was saved.": "Complete la valoración y envíela de nuevo. No se guardó nada.",
  "You have rated this sample. Half a year later you can rate it again; rate another one meanwhile.":
    "Ya valoró esta muestra. Medio año después puede valorarla de nuevo; mientras tanto, valore otra.",
  "Say in a sentence why, without naming the student.": "Diga en una oración por qué, sin nombrar al estudiante.",
};
