import type { Sentences } from "../platform/sentences.ts";

/** What certification refuses, and why someone may not decide, in Spanish. */
export const certificationSpanish: Sentences = {
  "Certificates wait while you are on leave. Hand this in when you are back; nothing is lost.":
    "Los certificados esperan mientras está de licencia. Preséntelo a su regreso; nada se pierde.",
  "Choose a day after today and within a term of the certificate. Nobody was asked.":
    "Elija un día posterior a hoy y dentro de un período del certificado. No se pidió nada a nadie.",
  "Choose a day after today and within a term of the certificate.": "Elija un día posterior a hoy y dentro de un período del certificado.",
  "Leave this to someone else, or say that you have no conflict of interest. Nothing was saved.":
    "Deje esto a otra persona, o declare que no tiene conflicto de intereses. No se guardó nada.",
  "Nothing is to be handed in for this certificate: it is issued by itself once everything is there.":
    "Para este certificado no hay que presentar nada: se emite por sí solo en cuanto todo está.",
  "Only a certificate that is in force can be suspended. Nothing was changed.":
    "Solo se puede suspender un certificado vigente. No se cambió nada.",
  "Put right what is marked and look again. Nothing was saved.": "Corrija lo marcado y vuelva a mirar. No se guardó nada.",
  "Put right what is marked and save again. Nothing was saved.": "Corrija lo marcado y guarde otra vez. No se guardó nada.",
  "Say what is missing, so that the next submission can be accepted. Nothing was saved.":
    "Diga qué falta, para que la próxima entrega se pueda aceptar. No se guardó nada.",
  "Someone saved this certification since you opened it. Reload to see it; what you wrote is still on this page.":
    "Alguien guardó esta certificación desde que la abrió. Recargue para verla; lo que escribió sigue en esta página.",
  "Something the certificate asks for is no longer there. Return the application with a word on what is missing.":
    "Algo que el certificado pide ya no está. Devuelva la solicitud diciendo qué falta.",
  "Something the certificate asks for is not there, so it cannot be issued. Nothing was decided.":
    "Falta algo que el certificado pide, así que no se puede emitir. No se decidió nada.",
  "The application was handed in again since. Its reviewers decide it; this appeal can be upheld as it is.":
    "La solicitud se presentó de nuevo desde entonces. La deciden quienes la revisan; la decisión apelada puede mantenerse.",
  "The application was taken back since. This appeal can be upheld as it is.":
    "La solicitud se retiró desde entonces. La decisión apelada puede mantenerse.",
  "There is no returned application to appeal.": "No hay ninguna solicitud devuelta que apelar.",
  "There is no revoked certificate to appeal about.": "No hay ningún certificado revocado que apelar.",
  "They hold this certificate already, and it is not to be renewed yet. Return the application with a word on that.":
    "Ya tiene este certificado, y aún no toca renovarlo. Devuelva la solicitud diciéndolo.",
  "They hold this certificate, and it is not to be renewed yet. Nothing was issued.":
    "Ya tiene este certificado, y aún no toca renovarlo. No se emitió nada.",
  "The time to take this back is over: thirty days after it was entered. Nothing was changed.":
    "El plazo para deshacer esto terminó: treinta días después de registrarlo. No se cambió nada.",
  "This import was taken back. Nothing more was entered; choose the file again to enter it anew.":
    "Esta importación se deshizo. No se registró nada más; elija el archivo otra vez para registrarlo de nuevo.",
  "This is still being entered. Wait until it is done, or stop it first. Nothing was changed.":
    "Esto todavía se está registrando. Espere a que termine, o deténgalo primero. No se cambió nada.",
  "This appeal was decided a moment ago. Reload to read the decision.":
    "Esta apelación se decidió hace un momento. Recargue para leer la decisión.",
  "This application has changed since you opened it. Reload to see it; what you wrote is still on this page.":
    "Esta solicitud cambió desde que la abrió. Recargue para verla; lo que escribió sigue en esta página.",
  "This application was accepted; its certificate is on your page.": "Esta solicitud se aceptó; su certificado está en su página.",
  "This application was decided or taken back a moment ago. Reload to see it as it stands.":
    "Esta solicitud se decidió o se retiró hace un momento. Recargue para ver cómo está.",
  "This certificate was earned again since. The new one holds; this appeal can be upheld as it is.":
    "Este certificado se obtuvo de nuevo desde entonces. Vale el nuevo; la decisión apelada puede mantenerse.",
  "This is still being worked out. Look again in a moment.": "Esto aún se está calculando. Vuelva a mirar en un momento.",
  "This person is on leave or has left. Nothing was issued.": "Esta persona está de licencia o ya no trabaja aquí. No se emitió nada.",
  "This person is on leave or has left. The application keeps; accept it when they are back.":
    "Esta persona está de licencia o ya no trabaja aquí. La solicitud se conserva; acéptela cuando vuelva.",
  "Your certificate is in force. You can renew it from the day its renewal window opens.":
    "Su certificado está vigente. Puede renovarlo desde el día en que se abre el plazo de renovación.",
  "The time for an appeal is over: it can be made within 30 days of the decision.":
    "El plazo para apelar terminó: se puede apelar en los 30 días siguientes a la decisión.",
  "The file has {} rows. Enter at most {} at a time. Nothing was entered.":
    "El archivo tiene {1} filas. Registre como máximo {2} a la vez. No se registró nada.",
  "This is still missing: {}. Nothing was handed in.": "Aún falta: {1}. No se presentó nada.",
  "Your own application is reviewed by someone else.": "Su propia solicitud la revisa otra persona.",
  "You have reviewed this submission. The next word on it is someone else's.":
    "Ya revisó esta entrega. La próxima palabra sobre ella es de otra persona.",
  "This person coaches you. Someone else decides this.": "Esta persona es su coach. Esto lo decide otra persona.",
  "This person coaches you. Someone else reviews their application.": "Esta persona es su coach. Su solicitud la revisa otra persona.",
  "You coach this person. At this level reviewers are people who do not coach the applicant.":
    "Es coach de esta persona. En este nivel revisan personas que no son coach de quien solicita.",
  "You have recommended this person. Someone else reviews their application.":
    "Recomendó a esta persona. Su solicitud la revisa otra persona.",
  "Your own appeal is decided by someone else.": "Su propia apelación la decide otra persona.",
  "You took part in the decision that is appealed. Someone else decides this.":
    "Participó en la decisión que se apela. Esto lo decide otra persona.",
  "You coach this person. At this level someone who does not coach them decides.":
    "Es coach de esta persona. En este nivel decide alguien que no es su coach.",
  "You have recommended this person. Someone else decides this.": "Recomendó a esta persona. Esto lo decide otra persona.",
  "Write a sentence or two.": "Escriba una o dos oraciones.",
  "Only a renewal can ask for what has changed: a first certificate rests on nothing yet.":
    "Solo una renovación puede pedir lo que cambió: un primer certificado todavía no se basa en nada.",
  "The renewal window must be shorter than the certificate's term.":
    "El plazo de renovación debe ser más corto que la vigencia del certificado.",
  "The shortest term cannot be longer than the usual one.": "La vigencia más corta no puede ser más larga que la habitual.",
  "The second number must not be below the first.": "El segundo número no debe ser menor que el primero.",
  "There is no path for this role.": "No hay ninguna ruta para este puesto.",
  "{} tasks cannot come from {} modules: each has one.": "{1} tareas no pueden venir de {2} módulos: cada uno tiene una.",
  "There is no certification {}.": "No existe la certificación {1}.",
  "A certificate can only ask for those that stand before it on the ladder.":
    "Un certificado solo puede pedir los que están antes que él en la escalera.",
  "There is no module {} in the catalogue.": "No hay ningún módulo {1} en el catálogo.",
};
