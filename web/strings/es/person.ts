import type { personWords as english } from "../en-person.ts";
import { t } from "./t.ts";
import { teamWords } from "./teams.ts";
import { count, list, locale, words } from "./words.ts";

type Words = typeof english;
type Fact = Parameters<Words["fact"]>[0];
type Field = Parameters<Words["unpinOf"]>[0];
type Status = Parameters<Words["status"]>[0];

const on = (date: string) => words.fullDate(date);
const statuses: Record<Status, string> = { active: "En activo", suspended: "Suspensión", left: "Ya no trabaja aquí" };
const fields: Record<Field, string> = {
  name: "Nombre",
  email: "Correo electrónico",
  hiredOn: "Fecha de contratación",
  roles: "Puestos y escuelas",
};

type SeatFact = Extract<Fact, { kind: "seatNamed" | "seatEnded" | "seatRemoved" }>;
const seatSaid = ({ kind, team, role, isBackup, place, from, until }: SeatFact): string => {
  const where = place === undefined ? teamWords.team(team) : `${teamWords.team(team)}, ${place}`;
  const seat = `${teamWords.role(role)}${isBackup ? " (suplente)" : ""}, ${where}`;
  if (kind === "seatRemoved") return `${seat}: iba a empezar el ${on(from)}`;
  if (kind === "seatEnded") return until === undefined ? seat : `${seat}: último día, ${on(until)}`;
  return until === undefined ? `${seat}: desde el ${on(from)}` : `${seat}: del ${on(from)} al ${on(until)}`;
};

const factWords = (fact: Fact, titleOf: (target: { kind: string; id: string }) => string): string => {
  switch (fact.kind) {
    case "name":
      return `El nombre cambió de ${fact.from} a ${fact.to}`;
    case "email":
      return `El correo cambió de ${fact.from || "ninguno"} a ${fact.to || "ninguno"}`;
    case "hiredOn":
      return fact.from === "" ? `Contratación: ${on(fact.to)}` : `La fecha de contratación cambió del ${on(fact.from)} al ${on(fact.to)}`;
    case "status":
      return `De «${statuses[fact.from]}» a «${statuses[fact.to]}»`;
    case "lastDay":
      return `Último día de trabajo: ${on(fact.on)}`;
    case "roleBegan":
      return `${t.jobRoles[fact.role]} en ${fact.schoolName} desde el ${on(fact.on)}`;
    case "roleEnded":
      return `${t.jobRoles[fact.role]} en ${fact.schoolName} hasta el ${on(fact.on)}`;
    case "roleChanged":
      return `${t.jobRoles[fact.role]} en ${fact.schoolName}: cambió la parte de jornada, el final o el puesto principal`;
    case "roleRemoved":
      return `${t.jobRoles[fact.role]} en ${fact.schoolName} desde el ${on(fact.on)} ya no vale`;
    case "leave":
      return fact.to === undefined
        ? `Licencia desde el ${on(fact.from)}, todavía sin final`
        : `Licencia del ${on(fact.from)} al ${on(fact.to)}`;
    case "leaveRemoved":
      return `La licencia desde el ${on(fact.from)} ya no vale`;
    case "coach":
      return fact.name === undefined ? "Ya sin coach" : `Coach: ${fact.name}`;
    case "caseload":
      return `Recibió ${count(fact.count, "persona", "personas")} como coach`;
    case "pin":
      return `${fields[fact.field]}: queda como se editó aquí, diga lo que diga la lista`;
    case "administrator":
      return fact.isNow ? "Puede administrar Throughline" : "Ya no puede administrar Throughline";
    case "assigned":
      return `Asignado: ${titleOf(fact.target)}${fact.origin === undefined ? "" : ` (${fact.origin})`}`;
    case "unassigned":
      return `Ya no asignado: ${titleOf(fact.target)}`;
    case "waived":
      return `Dispensado: ${titleOf(fact.target)}${fact.reason === undefined ? "" : `. ${fact.reason}`}`;
    case "reassigned":
      return `Cambió la asignación: ${titleOf(fact.target)}`;
    case "seatNamed":
    case "seatEnded":
    case "seatRemoved":
      return seatSaid(fact);
    case "seatsMoved":
      return `Con la cuenta ${fact.count === 1 ? "pasa" : "pasan"} ${count(fact.count, "puesto", "puestos")} en equipos`;
    case "seatsJoined":
      return `${count(fact.count, "puesto en un equipo estaba", "puestos en equipos estaban")} en las dos cuentas, y ahora cuenta una vez`;
    case "calendarGroup":
      if (fact.isDistricts) return "Trabaja con el calendario propio del distrito";
      return fact.name === undefined ? "Vuelve a trabajar con el calendario de su puesto" : `Trabaja con el calendario de ${fact.name}`;
    case "priorLearning":
      return `${titleOf(fact.target)}${fact.on === undefined ? "" : `: aprendido el ${on(fact.on)}`}`;
    case "moreTime":
      return fact.on === undefined ? titleOf(fact.target) : `${titleOf(fact.target)}: hasta el ${on(fact.on)}`;
    case "certificate":
      return `Certificado, en vigor hasta el ${on(fact.expiresOn)}`;
    case "account":
      return fact.rows === undefined
        ? `La cuenta de ${fact.name}`
        : `La cuenta de ${fact.name}: ${count(fact.rows, "registro", "registros")}`;
  }
};

const actions: Record<string, string> = {
  "staff.added": "Entró en la lista del personal",
  "staff.changed": "Cambio de la lista del personal",
  "staff.left": "Ya no está en la lista del personal",
  "person.edited": "Datos editados",
  "roles.changed": "Cambio de puestos",
  "person.transferred": "Traslado",
  "leave.recorded": "Licencia registrada",
  "leave.ended": "Regreso de la licencia",
  "person.suspended": "Suspensión",
  "suspension.lifted": "Fin de la suspensión",
  "employment.ended": "Fin del empleo",
  "person.rehired": "Reincorporación",
  "edit.let-go": "Vuelve a valer lo que dice la lista",
  "change.undone": "Se deshizo un cambio",
  "coach.assigned": "Cambio de coach",
  "caseload.assigned": "Cambio de las personas que acompaña",
  "identity.linked": "Primer inicio de sesión",
  "rules.applied": "Asignaciones por las reglas del distrito",
  "assignment.made": "Asignado por una persona",
  "assignment.ended": "Asignación retirada",
  "assignment.waived": "Asignación dispensada",
  "nudge.sent": "Recordatorio enviado",
  "waiver.revoked": "Dispensa retirada",
  "equivalency.recorded": "Se reconoció un aprendizaje previo",
  "equivalency.revoked": "Ya no se reconoce un aprendizaje previo",
  "extension.asked": "Pidió más tiempo",
  "extension.granted": "Se dio más tiempo",
  "extension.declined": "No se dio más tiempo",
  "seat.named": "Nombrado para un puesto en un equipo",
  "seat.ended": "Dejó un puesto en un equipo",
  "calendar.person-changed": "Cambio del calendario de contrato",
  "reminders.chosen": "Eligió qué recordatorios recibe",
  "reminder.written": "Recordatorios del día enviados",
  "mail.addressReleased": "Se vuelve a enviar correo a su dirección",
  "observation.recorded": "Observación en el trabajo registrada",
  "observation.taken-back": "Observación retirada",
  "piece.submitted": "Trabajo entregado",
  "piece.withdrawn": "Trabajo retirado",
  "piece.accepted": "Trabajo aceptado",
  "piece.returned": "Trabajo devuelto",
  "piece.purged": "Trabajo vaciado: se podía reconocer a un estudiante",
  "piece.expired": "Trabajo vaciado: terminó el tiempo que se guarda",
  "evidence.expired": "Evidencia vaciada: terminó el tiempo que se guarda",
  "reference.asked": "Recomendación pedida",
  "reference.withdrawn": "Petición de recomendación retirada",
  "reference.given": "Recomendación de un colega",
  "reference.purged": "Recomendación vaciada: se podía reconocer a un estudiante",
  "sample.rated": "Muestra valorada",
  "outside-credit.asked": "Se pidió aprobar un curso por adelantado",
  "outside-credit.agreed": "Curso aprobado por adelantado",
  "outside-credit.refused": "Curso no aprobado por adelantado",
  "outside-credit.submitted": "Curso externo registrado",
  "outside-credit.withdrawn": "Curso externo retirado",
  "outside-credit.approved": "Curso externo aprobado",
  "outside-credit.returned": "Curso externo devuelto",
  "outside-credit.taken-back": "Se retiró la aprobación de un curso externo",
  "credit-cycle.set": "Indicó cuándo empezó un ciclo de horas",
  "certificate.refreshAsked": "Se pidió poner al día un certificado",
  "certificate.issued": "Certificado emitido",
  "certificate.issuedByException": "Certificado emitido por excepción",
  "certificate.entered": "Certificado de años anteriores registrado",
  "certificate.entryTakenBack": "Certificado de años anteriores deshecho con su importación",
  "outside-badge.added": "Insignia de otro emisor añadida",
  "outside-badge.accepted": "Insignia de otro emisor contada como formación previa",
  "outside-badge.declined": "Insignia de otro emisor no contada",
  "outside-badge.checked": "Insignia de otro emisor revisada de nuevo",
  "outside-badge.restored": "Insignia de otro emisor válida de nuevo; se decide otra vez para qué cuenta",
  "outside-badge.withdrawn": "Insignia de otro emisor revocada o suspendida por su emisor; ya no cuenta",
  "certificate.suspended": "Certificado suspendido",
  "certificate.withheld": "Página pública de un certificado oculta",
  "certificate.shared": "Página pública de un certificado visible",
  "certificate.reinstated": "Certificado en vigor otra vez",
  "application.submitted": "Solicitud de un certificado",
  "application.withdrawn": "Solicitud de un certificado retirada",
  "application.reviewed": "Solicitud de un certificado revisada",
  "application.accepted": "Solicitud de un certificado aceptada",
  "application.returned": "Solicitud de un certificado devuelta",
  "appeal.filed": "Apelación presentada",
  "appeal.upheld": "Apelación resuelta: la decisión se mantiene",
  "appeal.overturned": "Apelación resuelta: la decisión se revocó",
  "certificate.revoked": "Certificado revocado",
  "merge.begun": "Empezó la unión de dos cuentas",
  "people.merged": "Dos cuentas unidas",
  "people.unmerged": "Unión deshecha",
};
const jobs: Record<string, string> = {
  "roster-import": "la lista del personal",
  assignment: "las reglas",
  certification: "Throughline",
  "account-merge": "Throughline",
};

export const personWords: Words = {
  back: "Personas",
  tab: (name) => `${name}: expediente`,
  path: "Ruta y certificados",
  assign: "Asignar formación",
  lead: (status, isOnLeave) => (status === "active" && isOnLeave ? "Hoy de licencia." : `Hoy: ${statuses[status].toLowerCase()}.`),
  mergedTitle: "Esta cuenta se unió a otra",
  merged: "Todo lo que había en ella es ahora de otra cuenta:",
  facts: "Expediente",
  labels: {
    status: "Situación",
    hiredOn: "Contratación",
    lastDayOn: "Último día",
    email: "Correo electrónico",
    rosterId: "Identificador en la lista",
    coach: "Coach",
    caseload: "Acompaña a",
    administrator: "Administra Throughline",
    leave: "Licencia",
  },
  none: "ninguno",
  yes: "Sí",
  status: (status, isOnLeave) => (status === "active" && isOnLeave ? "De licencia" : statuses[status]),
  date: on,
  caseload: (n) => count(n, "persona", "personas"),
  leave: (from, to) => (to === undefined ? `desde el ${on(from)}, todavía sin final` : `del ${on(from)} al ${on(to)}`),
  roles: "Puestos",
  rolesNone: "No hay ningún puesto registrado.",
  roleColumns: { role: "Puesto", school: "Escuela", from: "Desde", to: "Hasta", share: "Parte", when: "Cuándo" },
  role: (role) => t.jobRoles[role],
  main: "puesto principal",
  when: { now: "Ahora", coming: "Próximo", past: "Pasado" },
  goesOn: "continúa",
  share: (share) => words.percent(share * 100),
  coming: "Próximamente",
  comingNone: "Nada cambia por sí solo más adelante.",
  comingWords: ({ what, role, schoolName }) => {
    const job = role === undefined ? "" : `${t.jobRoles[role]}, ${schoolName ?? ""}`;
    return {
      roleBegins: `Empieza: ${job}`,
      roleEnds: `Último día: ${job}`,
      leaveBegins: "Empieza la licencia",
      leaveEnds: "Último día de la licencia",
      lastDay: "Último día de trabajo; el acceso termina al día siguiente",
    }[what];
  },
  pins: "Editado aquí",
  pinned: ({ field, by, at }) => `${fields[field]}: editado aquí por ${by} el ${at}.`,
  rosterSays: (said) => `La lista dice: ${said || "nada"}`,
  rosterRoles: (roles) =>
    roles.length === 0 ? "ningún puesto" : list(roles.map(({ role, schoolName }) => `${t.jobRoles[role]}, ${schoolName}`)),
  unpin: "Usar otra vez lo que dice la lista",
  unpinOf: (field) => `: ${fields[field]}`,
  unpinned: "Vuelve a valer lo que dice la lista.",
  actions: "Cambiar",
  acts: {
    edit: "Editar datos",
    roles: "Cambiar puestos",
    transfer: "Trasladar",
    leave: "Registrar licencia",
    return: "Regreso de la licencia",
    suspend: "Suspender",
    lift: "Levantar la suspensión",
    end: "Terminar el empleo",
    rehire: "Reincorporar",
    merge: "Unir cuentas",
  },
  titles: {
    edit: (name) => `Editar los datos de ${name}`,
    roles: (name) => `Puestos de ${name}`,
    transfer: (name) => `Trasladar a ${name}`,
    leave: (name) => `Licencia de ${name}`,
    return: (name) => `${name} regresa de la licencia`,
    suspend: (name) => `Suspender a ${name}`,
    lift: (name) => `Levantar la suspensión de ${name}`,
    end: (name) => `Terminar el empleo de ${name}`,
    rehire: (name) => `Reincorporar a ${name}`,
  },
  explain: {
    edit: "Lo que cambie aquí se queda, aunque el próximo archivo de la lista diga otra cosa.",
    roles: "Los puestos que terminaron quedan como historia. Para terminar un puesto, dele un último día.",
    transfer:
      "Desde el día que elija, lo que le toca hacer cuenta en la escuela nueva. Lo que hizo sigue siendo suyo, y las cifras pasadas de la escuela anterior no cambian.",
    leave: "Durante la licencia no recibe correo, nada se atrasa, y las fechas se mueven los días de ausencia.",
    return: "La licencia termina el día anterior. Los días que faltaban antes de la licencia siguen desde aquí.",
    suspend:
      "No puede iniciar sesión ni recibe correo, desde ahora mismo. Todo lo que aprendió se conserva. Puede levantarla cuando quiera.",
    lift: "Puede volver a iniciar sesión y recibe correo.",
    end: "Elija su último día. Después terminan el acceso y el correo; lo completado, los créditos y los certificados se conservan.",
    rehire: "Su historia vuelve a ser suya. Los puestos empiezan de nuevo, y también sus primeros 45 días.",
  },
  form: {
    givenName: "Nombre",
    familyName: "Apellido",
    email: "Correo electrónico",
    emailHint: "Con él inicia sesión quien todavía no lo ha hecho.",
    hiredOn: "Fecha de contratación",
    from: "De qué escuela",
    to: "A qué escuela",
    choose: "Elija una escuela",
    transferOn: "Primer día en la escuela nueva",
    leaveFrom: "Primer día de ausencia",
    leaveTo: "Último día de ausencia",
    leaveToHint: "Déjelo vacío si todavía no se sabe.",
    returnOn: "Primer día de regreso",
    endOn: "Último día de trabajo",
    rehireOn: "Primer día de regreso",
    role: "Puesto",
    school: "Escuela",
    roleFrom: "Desde",
    roleTo: "Hasta",
    share: "Parte de jornada, en porcentaje",
    isPrimary: "Puesto principal",
    roleOf: (n) => `Puesto ${n}`,
    addRole: "Añadir un puesto",
    removeRole: (n) => `Quitar el puesto ${n}`,
  },
  preview: "Ver qué se sigue de esto",
  previewing: "Calculando…",
  save: "Guardar",
  saving: "Guardando…",
  change: "Cambiar algo",
  saved: {
    edit: "Datos guardados.",
    roles: "Puestos guardados.",
    transfer: "El traslado queda registrado.",
    leave: "La licencia queda registrada.",
    return: "Ya regresó de la licencia.",
    suspend: "Queda en suspensión.",
    lift: "La suspensión terminó.",
    end: "El fin del empleo queda registrado.",
    rehire: "Ya está de vuelta.",
    unpin: "Vuelve a valer lo que dice la lista.",
  },
  follows: (day) => `Qué se sigue de esto, al ${on(day)}`,
  assigned: (n) => `${count(n, "módulo se asigna", "módulos se asignan")}:`,
  removed: (n) => `${count(n, "módulo deja", "módulos dejan")} de estar asignados; lo hecho en ellos se conserva:`,
  redated: (n) => `${count(n, "fecha se mueve", "fechas se mueven")}:`,
  module: ({ title, dueOn, isDone }) => (isDone ? `${title}: completado` : `${title}: para el ${on(dueOn)}`),
  moved: ({ title, from, dueOn }) => `${title}: del ${on(from)} al ${on(dueOn)}`,
  sameAssignments: "No se asigna, ni se quita, ni se mueve nada.",
  joins: (schools) => `Cuenta en ${list(schools)}.`,
  leaves: (schools) => `Ya no cuenta en ${list(schools)}; las semanas cerradas quedan como estaban.`,
  completions: (n) => `${count(n, "módulo completado sigue", "módulos completados siguen")} siendo de esta persona.`,
  notes: (note, { coach = "", caseload }) =>
    ({
      sharesNotWhole: "Las partes no suman el 100 %. Aun así puede guardarlas.",
      coachElsewhere: `Entonces su coach, ${coach}, no trabaja en su escuela. Sigue siendo su coach hasta que le asigne a otra persona.`,
      coachesOthers: `Acompaña a ${count(caseload, "persona", "personas")} que se quedarían sin nadie. Asígneles otro coach.`,
      losesLeadership: "Ya no podrá abrir las cifras que dirige.",
      losesAdministration: "Ya no podrá administrar Throughline.",
    })[note],
  timeline: "Cronología",
  timelineLead: "Cada cambio del expediente, lo asignado y lo certificado: quién y cuándo.",
  timelineNone: "Todavía no hay nada registrado.",
  more: "Mostrar lo anterior",
  loading: "Cargando…",
  time: (instant, zone) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant)),
  action: (action) => actions[action] ?? "Se cambió otra cosa",
  by: ({ by, job = "" }) => (by ? by.name : (jobs[job] ?? "Throughline")),
  fact: factWords,
  ofAccount: "en la cuenta que se unió después",
  undo: "Deshacer",
  undoOf: (action) => `: ${actions[action] ?? action}`,
  undone: "Deshecho. El expediente está como antes de ese cambio.",
  merges: "Cuentas unidas",
  mergeState: ({ state, name, by, moved }) =>
    ({
      merging: `${name}: la unión está en marcha…`,
      merged: `${name}: unión hecha por ${by}; ${count(moved, "registro pasó", "registros pasaron")} aquí.`,
      undoing: `${name}: la unión se está deshaciendo…`,
      undone: `${name}: unión hecha por ${by} y deshecha.`,
    })[state],
  takeBack: "Deshacer la unión",
  takeBackTitle: "Deshacer la unión",
  takeBackWhat: (name) => `La cuenta de ${name} vuelve a estar en uso, con todo lo que tenía. Lo hecho desde la unión se queda aquí.`,
  takenBack: "La unión se está deshaciendo.",
  mergeTitle: (name) => `Unir otra cuenta a la de ${name}`,
  mergeExplain:
    "Para una persona que está dos veces en la lista. Esta cuenta se queda; todo lo de la otra pasa aquí, y su inicio de sesión y su fila de la lista llevan aquí. Se puede deshacer.",
  mergeFind: "El apellido en la otra cuenta empieza por",
  mergeNone: "No hay nadie más que corresponda.",
  mergeWhich: "Qué cuenta se abandona",
  mergeId: (rosterId) => `identificador ${rosterId}`,
  mergeNeeded: "Elija la cuenta que se abandona.",
  mergeWhat: ({ name, keptName, email }) => `${name} (${email || "sin correo"}) se une a ${keptName}.`,
  mergeParts: {
    completions: ({ completions, completionsOfBoth, completionsAfter }) =>
      completions === 0
        ? `En la otra cuenta no se completó nada.${completionsAfter === 0 ? "" : ` Lo completado aquí se queda: ${words.number(completionsAfter)}.`}`
        : `${count(completions, "módulo completado pasa", "módulos completados pasan")} aquí${completionsOfBoth === 0 ? "" : `, ${words.number(completionsOfBoth)} en común: vale la fecha más temprana`}. En total serán ${words.number(completionsAfter)}.`,
    certificates: (n) => `${count(n, "certificado pasa", "certificados pasan")} aquí; cada uno conserva su enlace.`,
    assignments: (n) => `${count(n, "asignación abierta pasa", "asignaciones abiertas pasan")} aquí.`,
    caseload: (n) => `Esta cuenta acompañará a ${count(n, "persona", "personas")} más.`,
    seats: (n) => `${n === 1 ? "Pasa" : "Pasan"} ${count(n, "puesto en un equipo", "puestos en equipos")}.`,
    roles: (roles) => `Puestos que se añaden: ${list(roles.map(({ role, schoolName }) => `${t.jobRoles[role]}, ${schoolName}`))}.`,
    administration: "El derecho a administrar Throughline no pasa. Delo en su lista del personal si así debe ser.",
  },
  mergeDo: "Unir las cuentas",
  merging: "Uniendo…",
  mergeBegun: "Las cuentas son una. Lo demás pasa en unos momentos.",
};
