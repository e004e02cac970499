import type { walletWords as english } from "../en-wallet.ts";
import { count, quoted, words } from "./words.ts";

export const walletWords: typeof english = {
  elsewhere: "Insignias de otros emisores",
  heldElsewhere: {
    title: "Obtenido en otro lugar, cuenta aquí",
    state: { counts: "Cuenta", over: "Su tiempo terminó", withdrawn: "Ya no cuenta" },
    by: (issuer, since) => `Emitido por ${issuer}; suyo desde el ${words.fullDate(since)}`,
    text: {
      counts: (as, until) =>
        `Donde un certificado pide ${as}, esto cuenta${until === undefined ? "" : ` hasta el ${words.fullDate(until)}`}. No es un certificado nuestro: se renueva donde se emitió.`,
      over: (as, until) =>
        `Contó como tener ${as}${until === undefined ? "" : ` hasta el ${words.fullDate(until)}`}. Si lo renovó, agregue la insignia nueva.`,
      withdrawn: (as) =>
        `Contó como tener ${as}, hasta que su emisor la revocó o suspendió. Lo que obtuvo hasta entonces sigue siendo suyo.`,
    },
  },
  ladder: {
    title: "La escalera",
    whole: "Ver toda la escalera",
    lead: "De abajo hacia arriba. Cada certificado se apoya en uno anterior; nadie tiene que llegar hasta arriba.",
    state: {
      held: "Ya lo tiene",
      renew: "Suyo; hay que renovarlo",
      suspended: "En suspenso",
      review: "En revisión",
      returned: "Devuelto con un comentario",
      ready: "Listo para entregar",
      next: "El siguiente para usted",
      later: "Más adelante",
    },
    until: (expiresOn, today) => `hasta el ${words.date(expiresOn, today)}`,
    met: (met, total) => `${met} de ${count(total, "requisito cumplido", "requisitos cumplidos")}`,
  },

  card: {
    opens: (on, today) => `La renovación se abre el ${words.date(on, today)}.`,
    renewBy: (on, today) => `Sigue vigente. Renuévelo a más tardar el ${words.date(on, today)} y continúa sin interrupción.`,
    graceUntil: (on, today) => `Ahora no está vigente. Hasta el ${words.date(on, today)} puede renovarlo en lugar de obtenerlo de nuevo.`,
    refresh: (dueOn, today) =>
      `Algo en lo que se apoya cambió. Haga esta parte antes del ${words.date(dueOn, today)}; su certificado queda como está.`,
    refreshLate: (dueOn, today) =>
      `Algo en lo que se apoya cambió, y esta parte se pidió para el ${words.date(dueOn, today)}. Aún se puede hacer; su certificado queda como está.`,
    refreshDone: "Ya hizo lo que cambió. Cuenta para su próxima renovación.",
    refreshPartDone: "hecho",
    lapsed: "Se puede obtener de nuevo. La práctica que fue aceptada sigue contando.",
    suspended: (on, today) =>
      `En suspenso desde el ${words.date(on, today)}, mientras se aclara una pregunta. La administración de su distrito puede decirle más.`,
    revoked: (on, today) => `Revocado el ${words.date(on, today)}.`,
    reason: (reason) => `El motivo indicado: ${quoted(reason)}`,
    exception: "Emitido por excepción.",
    history: "Tomado de un registro anterior.",
    hidden: "Solo usted lo ve: su dirección pública está desactivada.",
    toRenewal: "Vea qué pide la renovación",
    earlier: (n) => `Certificados anteriores (${words.number(n)})`,
    openAndShare: "Abrir y compartir",
  },

  ways: {
    others: "Otros certificados que puede obtener",
    othersRenew: "También por renovar u obtener",
    renew: (title) => `Renovar ${quoted(title)}`,
    all: "Todo lo que pide",
    learn: "Abrir el módulo",
    practiceOf: (title) => `Tarea de ${quoted(title)}`,
    practice: "Las tareas están al final de cada módulo de su ruta; una que ya se aceptó se puede hacer una vez más",
    holds: "Obtenga primero ese certificado; está entre sus certificados",
    observed: "Pida un día a su coach o a la dirección del distrito. Anotan lo que ven",
    handIn: "Entregarlo",
    recommended: "Pedírsela a un colega",
    rated: "Valorar muestras",
    byItself: "Se emite por sí solo en cuanto todo esté cumplido. No hay nada que entregar.",
    reviewed: (reviewers) =>
      `Cuando todo esté cumplido, lo entrega aquí y ${reviewers === 1 ? "una persona revisora lo lee" : `${words.number(reviewers)} personas revisoras lo leen`}.`,
  },

  handIn: {
    ready: "Todo está completo. Entréguelo cuando quiera.",
    statement: "Lo que deben saber quienes lo revisan",
    statementHint: "Unas frases: de qué está satisfecho, qué fue distinto en su contexto. No nombre a ningún estudiante.",
    handIn: "Entregar",
    again: "Entregar de nuevo",
    sending: "Entregando",
    next: (reviewers) =>
      `${reviewers === 1 ? "Lo lee una persona" : `Lo leen ${words.number(reviewers)} personas`} que no le evalúan. A veces se sortea una más. Se le avisa lo que decidan, y hasta entonces puede retirarlo.`,
    done: "Entregado. Ya lo ven quienes revisan; le avisarán.",
    under: (on, today, left) =>
      `Entregado el ${words.date(on, today)}. ${left === 1 ? "Falta que lo acepte una persona más" : `Falta que lo acepten ${words.number(left)} personas más`}. Usted no tiene que hacer nada.`,
    accepted: "Aceptado. Su certificado se está emitiendo; aparece aquí en un momento.",
    withdraw: "Retirar la entrega",
    withdrawn: "Retirado. Puede entregarlo de nuevo cuando quiera.",
    wasWithdrawn: "Usted retiró esta entrega. Todo lo que hizo se conserva.",
    returned: "Una persona revisora lo devolvió con un comentario. Todo lo que entregó se conserva.",
    missing: "Algo de lo que pide ya no está; véalo arriba. Podrá entregarlo de nuevo cuando esté.",
    reviews: "Lo que dijeron quienes revisaron",
    accept: "Aceptado",
    return: "Devuelto",
    by: (name, on, today) => `${name}, ${words.date(on, today)}`,
    noComment: "Sin comentario.",
  },

  appeal: {
    act: "Apelar",
    title: (title) => `Apelación: ${title}`,
    lead: (until, today) =>
      `Alguien que no tuvo parte en la decisión la revisa y decide, una sola vez. Puede apelar hasta el ${words.date(until, today)}.`,
    reason: "Por qué cree que la decisión es incorrecta",
    reasonHint: "Lo que se pasó por alto o se entendió mal. Lo lee quien decide.",
    short: "Escriba una o dos frases.",
    send: "Enviar la apelación",
    sending: "Enviando",
    sent: "Su apelación se envió. Le avisarán lo que se decida.",
    open: (on, today) => `Usted apeló el ${words.date(on, today)}. Espera a alguien que no tuvo parte en la decisión.`,
    upheld: (by, on, today) => `Su apelación se decidió el ${words.date(on, today)} (${by}): la decisión se mantiene.`,
    overturned: (by, on, today) => `Su apelación se decidió el ${words.date(on, today)} (${by}): usted tenía razón.`,
    someone: "el distrito",
  },

  share: {
    title: "Compartirlo",
    on: "Quien tenga el enlace puede verlo",
    onHint: "Se ve su nombre, el título, el distrito, las fechas y si está vigente hoy. Nada más.",
    switchedOn: "El enlace ya funciona.",
    switchedOff: "El enlace está desactivado. Ahora parece una dirección donde no hay ningún certificado.",
    off: "Active el enlace para compartir el certificado o llevarse su insignia.",
    copyLink: "Copiar el enlace",
    copied: "Copiado",
    linkedIn: "Añadir a LinkedIn",
    linkedInHint: "Abre LinkedIn con el nombre, las fechas y el enlace ya puestos. No se envía nada hasta que usted lo guarde allí.",
    signature: "Para la firma de su correo",
    signatureLine: (title, district) => `${title}, ${district}`,
    signatureLink: (url) => `Verificar: ${url}`,
    copySignature: "Copiar el texto de la firma",
    badge: "Llévelo como insignia",
    badgeHint: "Una Open Badge: un archivo firmado que otros programas aceptan y cualquiera puede comprobar sin nosotros.",
    png: "Imagen (PNG) con la insignia dentro",
    json: "Archivo de la insignia (JSON)",
    jwt: "Texto firmado (JWT)",
    notInForce: "Hoy no está vigente, y su página lo dice a quien tenga el enlace.",
  },
};
