import type { Language } from "../platform/language.ts";
import type { ReminderKindId } from "./contract.ts";

type Words = {
  brand: string;
  heading: string;
  lead: (district: string) => string;
  done: (changed: string) => string;
  undone: (changed: string) => string;
  allDone: string;
  kinds: Record<ReminderKindId, string>;
  on: string;
  off: string;
  stop: string;
  start: string;
  stopAll: string;
  note: string;
  unknown: { heading: string; text: string };
  failed: { heading: string; text: string };
};

const english: Words = {
  brand: "Reminders by mail",
  heading: "Which reminders do you want?",
  lead: (district) => `These are the kinds of mail that ${district} sends by itself. What you change here takes effect at once.`,
  done: (changed) => `You get no more mail of this kind: ${changed}. You can turn it on again here at any time.`,
  undone: (changed) => `You get this kind of mail again: ${changed}.`,
  allDone: "You get no more reminders by mail. You can turn each kind on again here at any time.",
  kinds: {
    overdue: "Something is past its date",
    dueSoon: "Something falls due soon",
    returned: "Practice came back with a comment",
    newlyAssigned: "Something new was assigned",
    renewal: "A certificate can be renewed",
    reviewWaiting: "Practice waits for your review",
    decisionWaiting: "A piece of work or an application waits for your decision",
    peopleOverdue: "People you support are late for long",
    leaderDigest: "How your school or district stands, once a week",
  },
  on: "You get these",
  off: "Stopped",
  stop: "Stop",
  start: "Turn on again",
  stopAll: "Stop all of them",
  note: "A reminder that your coach writes to you, a certificate and the answer to your practice come all the same. Your dates do not change.",
  unknown: {
    heading: "This address stops nothing",
    text: "It may have been cut off. Open the link at the end of the mail once more, or choose which mails you get in the account menu after signing in.",
  },
  failed: { heading: "That could not be saved just now", text: "Nothing was changed. Please open the link again in a minute." },
};

const spanish: Words = {
  brand: "Recordatorios por correo",
  heading: "¿Qué recordatorios quiere recibir?",
  lead: (district) => `Estos son los correos que ${district} envía por sí mismo. Lo que cambie aquí vale desde ahora.`,
  done: (changed) => `Ya no recibirá correos de este tipo: ${changed}. Puede volver a activarlos aquí cuando quiera.`,
  undone: (changed) => `Vuelve a recibir correos de este tipo: ${changed}.`,
  allDone: "Ya no recibirá recordatorios por correo. Puede volver a activar cada tipo aquí cuando quiera.",
  kinds: {
    overdue: "Algo pasó su fecha",
    dueSoon: "Algo vence pronto",
    returned: "Una práctica volvió con un comentario",
    newlyAssigned: "Se le asignó algo nuevo",
    renewal: "Un certificado se puede renovar",
    reviewWaiting: "Una práctica espera su revisión",
    decisionWaiting: "Un trabajo o una solicitud espera su decisión",
    peopleOverdue: "Personas a las que apoya llevan mucho atraso",
    leaderDigest: "Cómo está su escuela o distrito, una vez por semana",
  },
  on: "Los recibe",
  off: "Detenidos",
  stop: "Detener",
  start: "Volver a activar",
  stopAll: "Detener todos",
  note: "Los recordatorios que le escriba su coach, los certificados y la respuesta a su práctica llegan igual. Sus fechas no cambian.",
  unknown: {
    heading: "Esta dirección no detiene nada",
    text: "Quizá quedó cortada. Abra otra vez el enlace al final del correo, o elija qué correos recibe en el menú de su cuenta después de iniciar sesión.",
  },
  failed: { heading: "No se pudo guardar en este momento", text: "No cambió nada. Abra el enlace de nuevo en un minuto." },
};

export const stopWords: Record<Language, Words> = { en: english, es: spanish };
