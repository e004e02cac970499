import type { coach as english } from "../en-coach.ts";
import { breakNamed, count, list, locale, quoted, sentenceCase, words } from "./words.ts";

type Groups = Parameters<(typeof english)["caseload"]["openGroup"]>[0];

const groups: Record<Groups, string> = {
  review: "Con una revisión arriba",
  overdue: "Con una fecha ya pasada",
  stalled: "Empezaron y se detuvieron",
  dueSoon: "Con fecha cercana",
  onTrack: "Al día",
  onLeave: "De licencia: no se les pide nada",
};

const lessonsOf = (done: number, total: number) => `${done} de ${count(total, "lección terminada", "lecciones terminadas")}`;

const daysFrom = ({ days, unit }: { days: number; unit?: string | undefined }) => {
  const spoken =
    unit === "contractDays" ? count(Math.abs(days), "día de contrato", "días de contrato") : count(Math.abs(days), "día", "días");
  return days < 0 ? `${spoken} antes` : `${spoken} desde entonces`;
};

const sendingTime = (instant: string, zone: string): string => {
  const at = new Date(instant);
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "long", month: "long", day: "numeric" }).format(at);
  return `el ${day}, después de las ${new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: "short" }).format(at)}`;
};

export const coach: typeof english = {
  needs: {
    review: "Espera revisión",
    overdue: "Fecha pasada",
    stalled: "Sin avance",
    dueSoon: "Fecha cercana",
    onTrack: "Al día",
    onLeave: "De licencia",
  },
  states: {
    notStarted: "Sin empezar",
    started: "En marcha",
    contentComplete: "Sigue la práctica",
    practiceSubmitted: "La práctica espera revisión",
    practiceReturned: "Práctica devuelta",
    completed: "Terminado",
  },
  evidenceStates: { submitted: "Espera revisión", returned: "Devuelta", accepted: "Aceptada" },
  certificateStatus: {
    active: "Vigente",
    renewalDue: "Por renovar",
    inGrace: "Terminado; aún renovable",
    lapsed: "Vencido",
    suspended: "Suspendido",
    revoked: "Revocado",
    renewed: "Renovado",
  },

  caseload: {
    title: "Quién le necesita esta semana",
    lead: (people, reviews, asking) =>
      [
        count(people, "persona", "personas"),
        reviews === 0 ? "ninguna revisión en espera" : count(reviews, "revisión en espera", "revisiones en espera"),
        asking === 0 ? "nadie va tarde ni se detuvo" : `${words.number(asking)} con fecha pasada o sin avance`,
      ].join(" · "),
    assign: "Asignar formación",
    reviews: "Esperan su revisión",
    reviewsNone: "No hay revisiones en espera. Bien hecho.",
    reviewsLead: "Primero, lo que lleva más tiempo. Una respuesta rápida es lo que convierte lo aprendido en práctica.",
    review: "Revisar",
    reviewFirst: (name) => `Revisar lo que más espera: ${name}`,
    waiting: (days) => (days === 0 ? "enviado hoy" : `espera desde hace ${count(days, "día", "días")}`),
    people: "Las personas de su grupo",
    find: "Buscar a alguien",
    findNone: "Nadie de su grupo tiene eso en su nombre.",
    groups,
    openGroup: (need, people) => `${groups[need]} (${words.number(people)})`,
    showAll: (people) => `Mostrar a las ${words.number(people)} personas`,
    remind: "Recordar",
    remindOf: (name) => name,
    emptyTitle: "Todavía no hay nadie en su grupo",
    empty:
      "El liderazgo o la administración del distrito asigna un coach a cada persona, en Administración, Coaches. Las personas que se le asignen aparecen aquí, primero quienes necesitan algo.",
  },

  remind: {
    title: (name) => `Recordatorio para ${name}`,
    explain: (name, when) =>
      when === undefined
        ? `${name} lo recibe una vez, por correo, hoy. No se repite y nadie más lo ve.`
        : `El correo sale solo en horas de trabajo. Este espera y sale ${when}, una vez, si ${name} no ha hecho ya el paso. Nadie más lo ve.`,
    sendingTime: (instant, zone) => sendingTime(instant, zone),
    message: "Su mensaje",
    messageHint: "El correo saluda por el nombre, dice de qué paso se trata con su fecha y un enlace, y termina con el nombre de usted.",
    prefill: (about) =>
      `Pienso en usted y en ${about === undefined ? "su ruta" : quoted(about)}. ¿Hay algo que lo impida y en lo que pueda ayudar? Unos minutos esta semana serían un buen comienzo, y con gusto me siento con usted.`,
    about: "Sobre",
    aboutAll: "Su próximo paso",
    alreadyToday: (name, when) =>
      when === undefined
        ? `No se envió un segundo correo: ${name} ya recibió hoy un recordatorio. Uno al día es suficiente.`
        : `No se escribió un segundo correo: ${name} ya recibe entonces un recordatorio, ${when}. Uno al día es suficiente.`,
    lastMailed: (name, on, today) => `El último correo de Throughline a ${name}: ${words.date(on, today)}.`,
    neverMailed: (name) => `${name} todavía no ha recibido correos de Throughline.`,
    taken: (name, when) =>
      when === undefined
        ? `${name} ya recibió hoy un recordatorio. Uno al día es suficiente: mañana se puede enviar otro.`
        : `Ya espera un recordatorio para ${name}, que sale ${when}. Uno al día es suficiente.`,
    send: "Enviar el recordatorio",
    sendLater: "Enviarlo entonces",
    sending: "Enviando…",
    sent: (name, when) => (when === undefined ? `Enviado. ${name} lo recibe hoy por correo.` : `Guardado para ${name}. Sale ${when}.`),
    needed: "Escriba primero unas palabras.",
  },

  person: {
    back: "Mi grupo",
    backSchool: "Mi escuela",
    backDistrict: "Distrito",
    backRecord: "Expediente",
    backPeople: "Personas",
    roleAt: (role, school) => `${role}, ${school}`,
    coach: (name) => `Coach: ${name}`,
    noCoach: "Todavía sin coach",
    onLeave: "De licencia. El plazo está detenido, nada cuenta como atrasado y no se le envían correos ni sobre su trabajo.",
    left: "Ya no trabaja aquí. Lo que completó y ganó sigue registrado.",
    suspended: "Cuenta suspendida. No se le asigna nada ni se le envían correos. Lo que completó sigue registrado.",
    summary: (done, total, creditMinutes, minutesLeft) =>
      [
        `${done} de ${count(total, "paso terminado", "pasos terminados")}`,
        ...(creditMinutes > 0 ? [`${words.creditHours(creditMinutes)} de crédito`] : []),
        ...(minutesLeft > 0 ? [`cerca de ${words.minutes(minutesLeft)} más`] : []),
      ].join(" · "),
    assign: "Asignar formación",
    remind: "Recordar",
    path: "Ruta",
    pathEmptyTitle: "No hay nada asignado",
    pathEmpty: "Las reglas dan a cada persona la ruta de su puesto; usted también puede asignar algo por su cuenta.",
    due: (dueOn, today) => sentenceCase(words.due(dueOn, today)),
    done: (on, today) => `Terminado el ${words.date(on, today)}`,
    late: "Fecha ya pasada",
    grace: "Acaba de llegar: nada cuenta como atrasado en los primeros 45 días",
    stateLine: ({ state, lessonsDone, lessonCount }) => {
      if (state === "notStarted") return "Sin abrir";
      if (state === "started")
        return lessonsDone < lessonCount
          ? lessonsOf(lessonsDone, lessonCount)
          : "Lecciones terminadas; sigue la comprobación de conocimientos";
      if (state === "contentComplete") return "Lecciones y comprobación terminadas; sigue la tarea práctica";
      if (state === "practiceSubmitted") return "La evidencia se envió y espera revisión";
      if (state === "practiceReturned") return "Devuelto con un comentario; el próximo intento le toca a la persona";
      return "Terminado";
    },
    waitsFor: (titles) => `Mejor después de ${list(titles.map(quoted))}`,
    review: "Revisar",
    evidence: "Evidencia y revisiones",
    evidenceNone: "No se ha enviado evidencia para esto.",
    evidencePrivate: "La evidencia queda entre la persona, su coach y la dirección de su escuela. Usted ve que se revisó, no lo que dice.",
    submission: (n, on, today) => `Intento ${n}, enviado el ${words.date(on, today)}`,
    reviewedBy: (name, on, today) => `${name}, ${words.date(on, today)}`,
    certificates: "Certificados",
    certificatesNone: "Ninguno todavía. Un certificado se emite por sí solo el día en que se cumple el último requisito.",
    valid: (issuedOn, expiresOn) => `Emitido el ${words.fullDate(issuedOn)}, válido hasta el ${words.fullDate(expiresOn)}`,
    toward: (title, met, total) => `${title}: ${met} de ${count(total, "requisito cumplido", "requisitos cumplidos")}`,
    verify: "Verificar",
    verifyOf: (title) => title,
    takeBack: "Retirar",
    takeBackOf: (title) => title,
    takeBackTitle: (title) => `¿Retirar ${quoted(title)}?`,
    takeBackText: (name) =>
      `${name} ya no tendrá esto de parte de usted. Lo que hizo sigue registrado, y otras razones para el mismo módulo siguen valiendo.`,
    takeBackDo: "Retirar",
    takingBack: "Retirando…",
    takenBack: "Retirado. Lo que se hizo sigue registrado.",
  },

  why: {
    summary: "¿Por qué esto y por qué esta fecha?",
    assignedBy: ({ origin, targetTitle, anchorOn }, today) =>
      origin.kind === "rule"
        ? `Pertenece a ${quoted(targetTitle)}. La regla ${quoted(origin.ruleName)} (versión ${origin.ruleVersion}) lo da al grupo en el que está.`
        : `${origin.name} asignó ${quoted(targetTitle)} el ${words.date(anchorOn, today)}.`,
    note: (note) => `Su nota: ${quoted(note)}`,
    due: ({ due, dueOn, anchor, anchorOn, movedBy, leaveDays, graceEndsOn, isSpaced }, today) => {
      const start = {
        roleStart: "el día en que empezó en el puesto",
        ruleStart: "el día en que empezó la regla",
        assigned: "el día en que se asignó",
        hired: "el día de su contratación",
        schoolYearStart: "el inicio del año escolar",
        certificateExpiry: "el último día de su certificado",
      }[anchor];
      const basis = {
        paced: "Los pasos de una ruta se reparten para que las fechas no se acumulen",
        relative: due.kind === "relative" ? daysFrom(due) : "",
        fixed: "Una sola fecha vale para todas las personas",
      }[due.kind];
      const later = [
        ...(movedBy === undefined
          ? []
          : [`La fecha caía primero en ${breakNamed(movedBy)}, así que pasó al primer día de clases siguiente.`]),
        ...(leaveDays === undefined || leaveDays === 0 ? [] : [`Una licencia detuvo el plazo ${count(leaveDays, "día", "días")}.`]),
        ...(graceEndsOn === undefined ? [] : [`Esperó al final de sus primeros 45 días, el ${words.date(graceEndsOn, today)}.`]),
        ...(isSpaced ? ["Va una semana después del paso anterior, para que las fechas no se acumulen."] : []),
      ];
      const by = words.due(dueOn, today);
      const which = `${basis}; este paso ${dueOn < today ? by : `es ${by}`}.`;
      return [`El plazo empezó el ${words.date(anchorOn, today)}, ${start}.`, which, ...later].join(" ");
    },
    extension: ({ byName = "", dueOn = "", wasDueOn, words: said = "" }, today) =>
      `${byName} dio más tiempo: el ${words.date(dueOn, today)} en lugar del ${words.date(wasDueOn, today)}.${said === "" ? "" : ` ${quoted(said)}`}`,
    others: "También lo pide",
    other: ({ origin, dueOn }, today) =>
      `${origin.kind === "rule" ? `la regla ${quoted(origin.ruleName)}` : origin.name}, para el ${words.date(dueOn, today)}. Cuenta la fecha más temprana.`,
  },
};
