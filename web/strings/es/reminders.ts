import type { reminderWords as english } from "../en-reminders.ts";
import { count, list, locale, words } from "./words.ts";

const kinds: (typeof english)["kinds"] = {
  overdue: "Pasó su fecha",
  dueSoon: "Vence pronto",
  returned: "Práctica devuelta",
  newlyAssigned: "Recién asignado",
  renewal: "Certificado por renovar",
  reviewWaiting: "Práctica que espera revisión",
  decisionWaiting: "Trabajo o solicitud que espera una decisión",
  peopleOverdue: "Personas con mucho atraso",
  leaderDigest: "Cifras de la semana para líderes",
};
const reasons = {
  noAddress: "sin correo en la lista del personal",
  notWorking: "de licencia, con cuenta suspendida o ya no trabajan aquí",
  notTheirDay: "no es su día laborable",
  mailedToday: "ya recibieron hoy un recordatorio",
  stopped: "lo detuvo la persona",
  error: "no se pudo revisar",
};
const states = {
  pending: "esperan salir",
  sending: "saliendo",
  sent: "enviados",
  delivered: "entregados",
  bounced: "rebotados",
  complained: "marcados como no deseados",
  failed: "abandonados",
  cancelled: "al final no enviados",
};
const time = (instant: string, zone: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant));
const counted = <K extends string>(counts: Partial<Record<K, number>>, names: Record<K, string>): string =>
  list((Object.keys(names) as K[]).flatMap((one) => (counts[one] ? [`${words.number(counts[one])} ${names[one]}`] : [])));
const kindsCounted = (counts: Partial<Record<keyof typeof kinds, number>>): string =>
  list(
    (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((one) => (counts[one] ? [`${kinds[one]} (${words.number(counts[one])})`] : [])),
  );

const numbers: Record<string, string> = {
  "overdue.every": "Pasada la fecha: días de contrato de un recordatorio al siguiente",
  "overdue.atMost": "Pasada la fecha: cuántos recordatorios en total",
  "dueSoon.first": "Vence pronto: días de contrato antes de la fecha, primer recordatorio",
  "dueSoon.second": "Vence pronto: días de contrato antes de la fecha, segundo recordatorio",
  "returned.after": "Práctica devuelta: días de contrato hasta un recordatorio",
  "newlyAssigned.within": "Recién asignado: días de contrato tras los que ya no se avisa",
  "renewal.beforeEnd": "Certificado por renovar: días naturales antes del último día",
  "reviewWaiting.after": "Práctica por revisar: días de contrato hasta recordarlo al coach",
  "decisionWaiting.after": "Trabajo o solicitud por decidir: días de contrato hasta avisar a quienes revisan",
  "peopleOverdue.coach": "Personas con mucho retraso: días de contrato hasta avisar al coach",
  "peopleOverdue.schoolLeader": "Personas con mucho retraso: días de contrato hasta avisar a la dirección de la escuela",
  "peopleOverdue.districtLeader": "Personas con mucho retraso: días de contrato hasta avisar al liderazgo del distrito",
};

export const reminderWords: typeof english = {
  title: "Recordatorios",
  lead: "Lo que Throughline envía por sí mismo: como mucho un correo por persona y día, en sus días laborables, y nada sobre lo que ya está hecho.",
  changed: (by, at, zone) => `Último cambio: ${by}, ${time(at, zone)}.`,
  neverChanged:
    "Todavía no hay nada activado, así que nadie recibe recordatorios. Elija qué activar, vea quién recibiría un correo y guarde.",
  paused: "Todo está en pausa",
  pausedText:
    "No se escribe ni se envía ningún recordatorio automático. Lo que espera se dirá una vez, tal como esté, cuando continúe. Lo que escriben coaches y líderes sale igual.",
  pause: "Pausar todo",
  goOn: "Volver a enviar recordatorios",
  pausedNow: "Los recordatorios están en pausa.",
  goneOn: "Los recordatorios vuelven a salir.",
  planning: "Se calcula cuándo revisar a cada persona. Los recordatorios empiezan cuando termine.",
  form: "Qué se envía y cuándo",
  kinds,
  explain: {
    overdue: "A la persona, el día después de la fecha y luego otra vez, unas pocas veces.",
    dueSoon: "A la persona, dos veces antes de la fecha.",
    returned: "A la persona, cuando una práctica volvió con un comentario y no se entregó de nuevo.",
    newlyAssigned: "A la persona, a la mañana siguiente. Nada de lo asignado antes de activarlo.",
    renewal:
      "A la persona, cuando se abre el plazo de renovación y antes del último día. De nuevo en cada periodo, y así también lo que se pidió ver porque cambió.",
    reviewWaiting: "Al coach; si no hay, a la dirección de la escuela.",
    decisionWaiting: "De un trabajo, al coach; de una solicitud, a quienes pueden revisarla: coaches y el liderazgo del distrito.",
    peopleOverdue:
      "Primero al coach, después a la dirección de la escuela y luego al liderazgo del distrito, que ve escuelas y cantidades, nunca nombres.",
    leaderDigest:
      "A la dirección de la escuela y al liderazgo del distrito, el primer día de contrato de la semana: cómo están y dónde preguntar primero.",
  },
  sentences: {
    overdue: "El día después de la fecha, y otra vez cada {every} días de contrato, {atMost} veces en total.",
    dueSoon: "{first} días de contrato antes de la fecha, y otra vez {second} días de contrato antes.",
    returned: "Tras {after} días de contrato, y una vez más tras otros tantos.",
    newlyAssigned: "A la mañana siguiente, si no han pasado ya más de {within} días de contrato.",
    renewal:
      "Cuando se abre el plazo de renovación, y otra vez {beforeEnd} días naturales antes del último día. Lo que cambió: otros tantos días antes de su fecha, en la última semana y una vez después.",
    reviewWaiting: "Tras {after} días de contrato, y luego dos veces más, con una semana entre ellas.",
    decisionWaiting: "Tras {after} días de contrato, y luego dos veces más, con una semana entre ellas.",
    peopleOverdue:
      "Coach tras {coach} días de contrato, la dirección de la escuela tras {schoolLeader}, el liderazgo del distrito tras {districtLeader}.",
  },
  number: (id, least, most) => `${numbers[id] ?? id} (de ${least} a ${most})`,
  numberError: (id, least, most) => `${numbers[id] ?? id}: dé un número entero de ${least} a ${most}.`,
  window: "Horario de envío",
  from: "Desde",
  to: "Hasta",
  windowHint: (zone) => `Hora local (${zone}). Fuera de este horario no sale ningún recordatorio, tampoco los que escribe una persona.`,
  windowError: "El horario tiene que terminar después de empezar.",
  preview: "Ver qué se enviaría hoy",
  previewing: "Revisando…",
  previewTitle: "Qué se enviaría hoy",
  previewProgress: "Revisando a todas las personas",
  previewNone: "Hoy nadie recibiría un correo.",
  previewCount: (mails, looked) =>
    `${count(mails, "persona recibiría", "personas recibirían")} hoy un correo cada una, de ${words.number(looked)} revisadas.`,
  previewLines: (lines) => `En ellos: ${kindsCounted(lines)}.`,
  previewSkipped: (skipped) => `Quedan fuera: ${counted(skipped, reasons)}.`,
  previewSamples: (shown, mails) =>
    shown < mails ? `${words.number(shown)} de ellos, tal como se leerían` : "Todos ellos, tal como se leerían",
  previewEnglish: "Los correos van en inglés, o en español para quien lo eligió para sus recordatorios.",
  outOfDate: "Cambió algo desde entonces. Revise de nuevo antes de guardar.",
  lookFirst: "Va a activar algo: vea primero qué se enviaría.",
  save: "Guardar",
  saving: "Guardando…",
  saved: "Guardado. Los próximos recordatorios lo siguen.",
  runs: "Los últimos días",
  runsNone: "Todavía no hubo ningún día con algo que recordar.",
  runDay: "Día",
  runWritten: "Correos",
  runLines: "Sobre",
  runSkipped: "Quedaron fuera",
  runLook: "Cómo llegaron",
  lookAt: "Ver",
  lookAtDay: (day) => day,
  cutOff: "El horario terminó antes de revisar a todos; el resto siguió el siguiente día laborable.",
  lines: (run) => kindsCounted(run.lines) || "nada",
  skipped: (run) => counted(run.skipped, reasons) || "nadie",
  dayTitle: (day) => `Cómo llegaron los correos del ${words.fullDate(day)}`,
  dayStates: (counts) => counted(counts, states) || "Ese día no se escribió ningún correo.",
  dayPartial: "Hubo más de los que se pueden contar de una vez.",
  troubles: "Los que no llegaron",
  troublesNone: "Llegaron todos, hasta donde se sabe.",
  trouble: ({ name, state, reason }) => {
    const why: Record<string, string> = {
      done: "ya estaba hecho",
      stopped: "la persona lo había detenido",
      late: "su día había pasado; se dijo de nuevo",
      off: "los recordatorios estaban en pausa",
      notWorking: "ya de licencia, con cuenta suspendida o fuera del distrito",
      bounced: "la dirección no recibe correo",
      complained: "la persona marcó un correo anterior como no deseado",
      uncertain: "no se sabe si salió",
    };
    return `${name}: ${states[state]}${reason === "" ? "" : ` (${why[reason] ?? reason})`}`;
  },
  addresses: "Direcciones que no reciben correo",
  addressesNone: "Ninguna. El correo llega a todas las personas a quienes se envió.",
  addressesLead:
    "Corrija la dirección en el sistema de donde viene la lista; la nueva recibe correo enseguida. Si era correcta, vuelva a enviar allí.",
  addressWhy: { bounced: "El correo rebotó", complained: "Marcado como no deseado" },
  address: "Persona",
  addressWhyHeader: "Por qué",
  addressAct: "Qué hacer",
  release: "Volver a enviar aquí",
  releasing: "Guardando…",
  released: (name) => `${name} vuelve a recibir correo en esta dirección.`,
};
