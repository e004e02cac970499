import type { Sentences } from "../platform/sentences.ts";

/** What learning says when something cannot be done, in Spanish. */
export const learningSpanish: Sentences = {
  "Open this module's first lesson before you hand in its practice. What you wrote is kept on this device.":
    "Abra la primera lección de este módulo antes de entregar la práctica. Lo que escribió se guarda en este dispositivo.",
  "You can say how this module was once you have completed it. Nothing was saved.":
    "Podrá decir cómo fue este módulo cuando lo haya terminado. No se guardó nada.",
  "What you said of this module is counted by now and can no longer be changed. Nothing was saved.":
    "Lo que dijo de este módulo ya se contó y ya no se puede cambiar. No se guardó nada.",
  "Your practice already waits for a review. You can send another version if it comes back to you.":
    "Su práctica ya espera una revisión. Puede enviar otra versión si se la devuelve.",
  "Your practice for this module was accepted. There is nothing more to send.":
    "Su práctica de este módulo fue aceptada. No hay nada más que enviar.",
  "Correct what is named and send it again. Nothing was sent to your coach.":
    "Corrija lo que se nombra y envíelo de nuevo. No se envió nada a su coach.",
  "This practice is handed in as text. Remove the file and write it here.":
    "Esta práctica se entrega como texto. Quite el archivo y escríbala aquí.",
  "This practice is handed in as a file. Remove the text and attach the file.":
    "Esta práctica se entrega como archivo. Quite el texto y adjunte el archivo.",
  "Attach the file that shows your practice.": "Adjunte el archivo que muestra su práctica.",
  "Write what you did, or attach a file that shows it.": "Escriba lo que hizo, o adjunte un archivo que lo muestre.",
  "Write what you did.": "Escriba lo que hizo.",
  "The attached file could not be found, or it was handed in already. Attach it again.":
    "No se encontró el archivo adjunto, o ya se entregó. Adjúntelo de nuevo.",
  "This upload is not known any more. Attach the file again.": "Este envío ya no se conoce. Adjunte el archivo de nuevo.",
  "The file has not arrived. Send it again.": "El archivo no ha llegado. Envíelo de nuevo.",
  "The file did not arrive whole. Send it again.": "El archivo no llegó completo. Envíelo de nuevo.",
  "Choose another file.": "Elija otro archivo.",
  "Attach the file again.": "Adjunte el archivo de nuevo.",
  "Some questions were updated while you answered. Open the check again: the answers that still fit are kept.":
    "Algunas preguntas se actualizaron mientras respondía. Abra la comprobación de nuevo: las respuestas que todavía sirven se conservan.",
  "Complete the review and send it again. Nothing was saved.": "Complete la revisión y envíela de nuevo. No se guardó nada.",
  "This was emptied already. Reload to see why.": "Esto ya se vació. Vuelva a cargar la página para ver por qué.",
  "This has changed since you opened it. Reload to see it as it is now; nothing was saved.":
    "Esto cambió desde que lo abrió. Vuelva a cargar la página para verlo como está ahora; no se guardó nada.",
  "This has changed since you opened it. Reload to see it as it is now, and empty it then.":
    "Esto cambió desde que lo abrió. Vuelva a cargar la página para verlo como está ahora y vacíelo entonces.",
  "Your own evidence is reviewed by someone else: your coach or another leader of your school.":
    "Su propia evidencia la revisa otra persona: su coach u otra persona de la dirección de su escuela.",
  "{} has accepted this a moment ago. Reload to read the review; what you wrote is still on this page.":
    "{1} aceptó esto hace un momento. Vuelva a cargar la página para leer la revisión; lo que escribió sigue en esta página.",
  "{} has returned this a moment ago. Reload to read the review; what you wrote is still on this page.":
    "{1} devolvió esto hace un momento. Vuelva a cargar la página para leer la revisión; lo que escribió sigue en esta página.",
  "This evidence has changed since you opened it. Reload to see it as it is now; what you wrote is still on this page.":
    "Esta evidencia cambió desde que la abrió. Vuelva a cargar la página para verla como está ahora; lo que escribió sigue en esta página.",
  "Send a PDF, a PNG or JPEG picture, or a Word or PowerPoint file without macros. Other files can be saved as PDF first.":
    "Envíe un PDF, una imagen PNG o JPEG, o un archivo de Word o PowerPoint sin macros. Otros archivos se pueden guardar antes como PDF.",
  "Some answers do not belong to this attempt. Nothing was saved.": "Algunas respuestas no son de este intento. No se guardó nada.",
  "This question is not part of the attempt. Open the check again to see its questions.":
    "Esta pregunta no es parte del intento. Abra la comprobación de nuevo para ver sus preguntas.",
  "Choose one of the answers shown.": "Elija una de las respuestas que se muestran.",
  "Question {} has no answer yet. Your other answers are kept on this page.":
    "La pregunta {1} todavía no tiene respuesta. Sus otras respuestas se conservan en esta página.",
  "Questions {} have no answer yet. Your other answers are kept on this page.":
    "Las preguntas {1} todavía no tienen respuesta. Sus otras respuestas se conservan en esta página.",
  "Question {} has no answer yet.": "La pregunta {1} todavía no tiene respuesta.",
  "The rubric no longer has this criterion. Reload the page to rate it as it is now.":
    "La rúbrica ya no tiene este criterio. Vuelva a cargar la página para valorarla como está ahora.",
  'Rate "{}" before you accept.': "Valore «{1}» antes de aceptar.",
  '"{}" is rated not yet. Return it with a comment, or raise the level if it is met.':
    "«{1}» está en «Todavía no». Devuélvalo con un comentario, o suba el nivel si se cumple.",
  "Say in a sentence what would make it acceptable, so that the next try can succeed.":
    "Diga en una oración qué lo haría aceptable, para que el próximo intento salga bien.",
  "Keep it under 20,000 characters, or attach a file.": "Escriba menos de 20,000 caracteres, o adjunte un archivo.",
  "Confirm that no student can be recognised in your evidence.": "Confirme que en su evidencia no se puede reconocer a ningún estudiante.",
  "Write a sentence, so that the person can follow why.": "Escriba una oración, para que la persona entienda por qué.",
};
