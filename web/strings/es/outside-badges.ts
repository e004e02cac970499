import type { outsideBadgeWords as english } from "../en-outside-badges.ts";
import { count, list, words } from "./words.ts";

export const outsideBadgeWords: typeof english = {
  title: "Insignias de otros emisores",
  link: "Insignias de otros emisores",
  back: "Certificados",
  lead: "¿Aprendió algo en otro lugar y tiene una insignia digital? Añádala aquí. Una persona administradora decide para cuáles de sus módulos cuenta, y si tenerla cuenta como tener uno de nuestros certificados.",
  none: "Todavía no hay insignias",
  noneText:
    "Una insignia es un archivo pequeño firmado por quien la emitió (Open Badges 3.0). El sitio del emisor la ofrece para descargar, a menudo como JSON, JWT o imagen.",
  yours: "Insignias que añadió",
  theirs: "Insignias de otros emisores",
  theirsNone: "En este registro no hay ninguna insignia de otro emisor.",
  add: "Añadir una insignia",
  addTitle: "Añadir una insignia de otro emisor",
  addFor: (name) => `Añadir una insignia para ${name}`,
  file: "El archivo de la insignia",
  fileHint: "Un archivo .json o .jwt, o una imagen (.png o .svg) en la que el emisor guardó la insignia.",
  text: "O pegue su contenido",
  textHint: "Un código de tres partes separadas por puntos, o el JSON completo.",
  address: "O su dirección",
  addressHint: "Donde se publica la insignia misma; empieza con https://.",
  nothing: "Elija el archivo de la insignia, pegue su contenido o dé su dirección.",
  noneInFile: "En este archivo no hay ninguna insignia. Una imagen la contiene solo si el emisor la guardó como insignia.",
  adding: "Comprobando la firma…",
  added: "Añadida. Espera a una persona administradora.",
  thereAlready: "Esta insignia ya está aquí. Abajo se ve cómo está.",
  state: {
    waiting: "Espera a una persona administradora",
    accepted: "Cuenta",
    declined: "No cuenta",
    withdrawn: "Ya no cuenta",
  },
  match: {
    address: (_, name) => `Se emitió a la dirección de trabajo de ${name}.`,
    name: (holder, name) => `Nombra a ${holder ?? ""}; el registro es de ${name}. El nombre coincide; un nombre solo prueba poco.`,
    different: (holder, name) => `Nombra a ${holder ?? "otra persona"}, y el registro es de ${name}. Pregunte antes de dejar que cuente.`,
    unnamed: (_, name) => `No nombra a nadie. La insignia no permite saber si es de ${name}.`,
  },
  by: (issuer, host) => (host === undefined ? `Emitida por ${issuer}` : `Emitida por ${issuer}, con claves publicadas por ${host}`),
  noHost:
    "Se firmó con una clave que está en la propia insignia. La firma es buena, pero no se puede saber quién la emitió: cualquiera puede escribir cualquier nombre en una insignia así.",
  dates: (from, until) =>
    [
      from === undefined ? "" : `Válida desde el ${words.fullDate(from)}`,
      until === undefined ? "sin último día" : `hasta el ${words.fullDate(until)}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  checkedOn: (day) => `Comprobada el ${words.fullDate(day)}`,
  addedBy: (name, on) => `Añadida por ${name} el ${words.fullDate(on)}`,
  counts: ({ byName, on, until }, modules) =>
    `Cuenta como formación previa para ${list(modules)}${until === undefined ? "" : ` hasta el ${words.fullDate(until)}`}. Decisión de ${byName} del ${words.fullDate(on)}.`,
  countedUntil: ({ until = "" }, modules) =>
    `Contó como formación previa para ${list(modules)} hasta el ${words.fullDate(until)}. Lo que de ello le toca hacer tiene una fecha nueva en su ruta.`,
  countsAs: (titles, until, today) =>
    until !== undefined && until < today
      ? `Tenerla contó como tener ${list(titles)} hasta el ${words.fullDate(until)}.`
      : `Donde un certificado pide ${list(titles)}, tener esta insignia cuenta${until === undefined ? "" : ` hasta el ${words.fullDate(until)}`}. No es un certificado nuestro.`,
  reason: ({ byName, reason }) => `${byName}: «${reason}»`,
  counted: ({ byName }, modules) => `Contó para ${list(modules)}, según ${byName}, hasta que su emisor la revocó o suspendió.`,
  countedForged: ({ byName }, modules) =>
    `Contó para ${list(modules)}, según ${byName}, hasta que su firma dejó de coincidir con las claves de su emisor.`,
  declined: ({ byName, on, reason }) => `${byName} decidió el ${words.fullDate(on)} que no cuenta: «${reason}»`,
  details: "Qué se comprobó",
  checkAgain: "Volver a comprobar",
  checkingAgain: "Comprobando…",
  checkedAgain: "Se volvió a comprobar. Abajo está el resultado.",
  takeBack: "Ya no cuenta",
  takeBackTitle: (title) => `${title} ya no cuenta`,
  takeBackText: (holder) =>
    `Desde hoy no cuenta para nada. Lo que de ello le toca hacer a ${holder} tiene 30 días de contrato desde hoy; los certificados nuestros que obtuvo se conservan. Recibe un mensaje con sus palabras. Puede añadir de nuevo el archivo de la insignia y decidir otra vez.`,
  takeBackReason: "Por qué",

  queue: {
    title: "Insignias de otros emisores",
    link: "Insignias de otros emisores",
    lead: "Insignias de otros emisores que esperan su decisión. La firma se comprobó; cuánto valen aquí lo decide usted.",
    none: "No espera nada",
    noneText: "Cuando alguien añade una insignia de otro emisor, aparece aquí.",
    waiting: (n) => `${count(n, "insignia espera", "insignias esperan")} su decisión`,
    person: "Abrir su registro",
    modules: "Módulos para los que cuenta",
    find: "Buscar un módulo",
    certificates: "Certificados que equivale a tener",
    certificatesHint:
      "Donde un certificado nuestro pide otro, esta insignia vale por él, nunca por más tiempo del que ella misma es válida. No da ningún certificado nuestro.",
    findCertificate: "Buscar un certificado",
    remembered: "Elegidos como para la última insignia de este tipo.",
    until: "Cuenta hasta",
    untilHint: "El último día. Vacío: hasta que se retire, o el emisor la revoque.",
    reason: "En sus palabras",
    reasonHint: "La persona lo lee. Para decir que no cuenta, diga por qué.",
    remember: "Elegir lo mismo para la próxima insignia de este tipo",
    accept: "Que cuente",
    decline: "No cuenta",
    working: "Guardando…",
    modulesMissing: "Elija al menos un módulo o un certificado, o diga que no cuenta.",
    reasonMissing: "Escriba una frase, para que la persona entienda por qué.",
    accepted: (title) => `${title} ya cuenta.`,
    declined: (title) => `${title} no cuenta. La persona lee por qué.`,
    unsure: "No se pudo comprobar si fue revocada. Vuelva a comprobarla antes de decidir.",
  },
};
