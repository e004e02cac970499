import type { badgeCheck as english } from "../en-badge-check.ts";

export const badgeCheck: typeof english = {
  title: "Comprobar una insignia",
  lead: "Su navegador examina la insignia misma: su firma, sus fechas y si fue revocada. El archivo no sale de este dispositivo.",
  file: "El archivo de la insignia",
  fileHint:
    "Un archivo .json o .jwt, o una imagen (.png o .svg) guardada como insignia. También puede soltarlo en cualquier lugar de esta página.",
  paste: "O pegue lo que contiene",
  pasteHint: "Un texto de tres partes separadas por puntos, o el JSON completo.",
  check: "Comprobar este texto",
  checking: "Comprobando…",
  nothing: "Aquí no hay ninguna insignia. Una imagen la contiene solo si se guardó como insignia; una foto o una captura de pantalla, no.",
  nothingPasted: "Pegue primero una insignia.",
  notThere: "En esta dirección no hay ninguna insignia, o no se muestra a nadie.",
  verdict: {
    valid: {
      title: "Esta insignia es válida",
      text: "Es lo que firmó su emisor, está dentro de sus fechas y no está revocada ni suspendida.",
    },
    expired: { title: "Esta insignia venció", text: "Es auténtica y su último día ya pasó. Una renovación sería otra insignia." },
    notYet: { title: "Esta insignia todavía no es válida", text: "Es auténtica y su primer día aún no llega." },
    suspended: {
      title: "Esta insignia está suspendida",
      text: "Es auténtica y su emisor la suspendió mientras se revisa algo de ella. Hoy no cuenta.",
    },
    revoked: { title: "Esta insignia fue revocada", text: "Es auténtica y su emisor la retiró. No cuenta, diga lo que diga el archivo." },
    forged: { title: "No confíe en esta insignia", text: "No es lo que firmó su emisor. Alguien la alteró, o la hizo otra persona." },
    unchecked: {
      title: "No se pudo comprobar esta insignia",
      text: "Eso no dice nada de ella, ni a favor ni en contra. Abajo se nombra lo que no se pudo examinar.",
    },
    notABadge: { title: "Esto no es una insignia", text: "Está firmado o escrito como una, y dice otra cosa." },
  },
  foreign: (host) =>
    `Nombra a ${host} como su emisor. Esta página solo puede leer lo que se publica aquí: compruebe la insignia donde se emitió.`,
  facts: {
    title: "Lo que dice",
    claims: "Lo que el archivo afirma",
    holder: "Titular",
    badge: "Insignia",
    issuer: "Emitida por",
    host: "Claves publicadas por",
    from: "Válida desde",
    until: "Válida hasta",
  },
  steps: { title: "Lo que se examinó", signature: "Firma", dates: "Fechas", status: "Estado" },
  outcome: {
    signature: {
      good: "Bien: firmada con una clave que publica el emisor.",
      bad: "Mal.",
      unknown: "No se pudo comprobar.",
    },
    dates: { good: "Bien: hoy está dentro de sus fechas.", bad: "Mal: hoy está fuera de sus fechas.", unknown: "Sin examinar." },
    status: {
      good: "Bien: no está en ninguna lista de insignias revocadas o suspendidas.",
      bad: "Mal: su emisor la tiene por revocada o suspendida.",
      unknown: "Sin examinar.",
    },
  },
  because: {
    malformed: "No está escrita como un texto firmado.",
    disagrees: "El texto firmado y la insignia que contiene no dicen lo mismo.",
    unsigned: "No lleva ninguna firma.",
    otherKind: "Está firmada de una manera que esta página, o este navegador, no conoce.",
    brokenProof: "Su prueba no está completa.",
    unknownWords: "Usa palabras cuyo significado esta página no conoce.",
    noKey: "No conduce a ninguna clave.",
    notTheirKey: "La clave que nombra no está entre las de su emisor.",
    keyNotListed:
      "Su emisor no tiene ahora en su lista la clave que nombra. Las listas de claves se guardan unos minutos por el camino: inténtelo más tarde.",
    altered: "Lo que dice no es lo que se firmó.",
    unreachable: "No se pudo leer lo que publica su emisor. Revise su conexión e inténtelo de nuevo.",
    unreadableDates: "No se pueden leer sus fechas.",
    unknownStatus: "Su estado se indica de una manera que esta página no conoce.",
    listNotTheirs: "La lista de su estado no está firmada por su emisor.",
    listWrong: "La lista de su estado es otra, o no está al día.",
  },
  open: "Abrir la dirección de la insignia",
  another: "Comprobar otra",
  home: "Ir a Throughline",
};
