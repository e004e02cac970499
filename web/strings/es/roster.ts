import type { rosterWords as english } from "../en-roster.ts";
import { count, list, locale, words } from "./words.ts";

const time = (instant: string, zone: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant));
const people = (n: number) => count(n, "persona", "personas");
const sizeOf = (bytes: number): string => `${words.number(Math.max(0.1, Math.round(bytes / 100_000) / 10))} MB`;
const states = {
  previewing: "Se está leyendo",
  previewed: "Espera su decisión",
  held: "Retenido",
  applying: "Se está aplicando",
  applied: "Aplicado",
  discarded: "Descartado",
  notApplicable: "No se puede usar",
};

export const rosterWords: typeof english = {
  page: {
    title: "Lista del personal",
    lead: "Quién trabaja dónde y en qué puesto. Viene de su sistema de información estudiantil o de recursos humanos. Usted ve qué cambia un archivo antes de que cambie nada.",
    upload: "Traer un archivo",
    file: "Archivo OneRoster (.zip)",
    fileHint:
      "Versión 1.1 o 1.2, la lista entera o solo los cambios. Los estudiantes y las familias que contenga se cuentan y nunca se guardan. Las contraseñas no se leen nunca.",
    fileNeeded: "Elija primero un archivo o la carpeta.",
    fileNotZip: "Este no es un archivo .zip. Exporte la lista como OneRoster CSV y elija el zip tal como sale.",
    fileTooLarge: (megabytes) =>
      `Este archivo pasa de ${words.number(megabytes)} MB. Deje fuera los archivos de estudiantes (no se usan) y comprima de nuevo el resto.`,
    folder: "O la carpeta descomprimida",
    folderHint: "La carpeta con orgs.csv, users.csv y, en la versión 1.2, roles.csv. Solo esos y manifest.csv salen de su dispositivo.",
    folderNotRoster: "En esta carpeta no hay orgs.csv ni users.csv. Elija la carpeta que creó la exportación de OneRoster.",
    folderTooLarge: (megabytes) =>
      `Los archivos de esta carpeta pasan de ${words.number(megabytes)} MB incluso comprimidos. Exporte el personal sin los estudiantes y elija de nuevo la carpeta.`,
    folderUnreadable:
      "No se pudieron leer los archivos de esta carpeta. Cierre los programas que los tengan abiertos y elija de nuevo la carpeta.",
    start: "Ver qué cambia",
    sending: (percent) => `Enviando: ${words.percent(percent)}`,
    reading: "Recibido. Se está leyendo; en un distrito grande puede tardar unos segundos.",
    progress: "Envío del archivo",
    hr: "Quienes no están en él: un archivo de recursos humanos",
    hrLead:
      "Para paraprofesionales y demás personal de apoyo que OneRoster no incluye. Sirve cualquier CSV de su sistema de recursos humanos; se añade a la lista.",
    hrFile: "Archivo de recursos humanos (.csv)",
    hrFileHint: "Usted dice una vez qué son sus columnas; el siguiente archivo con las mismas columnas se lee sin preguntar.",
    hrNeeded: "Elija primero un archivo .csv.",
    hrLook: "Ver antes sus columnas, aunque ya estén asignadas",
    hrStart: "Leer el archivo",
    hrLooking: "Leyendo…",
    leftOut: "A quién dejar fuera de los archivos OneRoster",
    leftOutLead:
      "Por ejemplo, suplentes que sus archivos incluyen como docentes. Las filas que tengan uno de estos títulos como función o puesto se pasan por alto. Nadie sale al guardar: el siguiente archivo muestra antes a quién cambia.",
    leftOutTitles: "Títulos, uno por línea",
    leftOutHint: "Por ejemplo: Substitute Teacher. No importan mayúsculas, espacios ni «ext:».",
    leftOutSave: "Guardar los títulos",
    leftOutSaving: "Guardando…",
    leftOutSaved: (n) =>
      n === 0
        ? "Guardado. El siguiente archivo se lee entero."
        : `Guardado. El siguiente archivo se lee sin ${count(n, "título", "títulos")}.`,
    export: "Sacar la lista",
    exportLead:
      "Escuelas, personal y puestos tal como están ahora, en un zip OneRoster 1.2 que leen otros sistemas. Volver a leerlo no cambia nada.",
    exportStart: "Preparar el archivo",
    exportAsking: "Empezando…",
    exportMaking: "Preparando el archivo de la lista",
    exportReady: (n) => `El archivo está listo: ${people(n)}, como están ahora. Se puede descargar aquí hasta que salga de esta página.`,
    exportDownload: (bytes) => `Descargar (${sizeOf(bytes)})`,
    exportFetching: "Descargando…",
    exportAgain: "Prepararlo otra vez",
    past: "Archivos hasta ahora",
    pastNone: "Todavía no se ha traído ninguna lista.",
    columns: { when: "Cuándo", source: "Archivo", people: "Personas", result: "En qué está" },
    people: ({ staff }) =>
      `${words.number(staff.added)} añadidas, ${words.number(staff.changed + staff.moved)} cambiadas, ${words.number(staff.ended)} terminadas`,
    result: ({ state, errors }) =>
      state === "applied" && errors > 0 ? `${states.applied}, ${count(errors, "fila quedó fuera", "filas quedaron fuera")}` : states[state],
    time,
  },

  mapping: {
    title: "¿Qué son sus columnas?",
    lead: (rows) =>
      `${count(rows, "fila", "filas")}. Debajo de cada columna están sus primeros valores. Corrija lo que se adivinó mal; no se guarda nada hasta que usted lo guarde.`,
    fields: {
      id: "Número de empleado",
      givenName: "Nombre",
      familyName: "Apellido",
      fullName: "Nombre completo",
      email: "Correo del trabajo",
      title: "Puesto",
      school: "Escuela",
      hiredOn: "Día de contratación",
      status: "Situación (activo, terminado)",
    },
    notUsed: "Sin uso",
    column: (header) => `Columna «${header}»`,
    samples: (values) => (values.length === 0 ? "Sin valores." : `Por ejemplo: ${values.join(" · ")}`),
    isPrivate: "Parece privada: no se muestra ni se lee.",
    hidden: (headers) => `No se muestran ni se leen, porque parecen privadas: ${list(headers)}.`,
    titles: "¿Qué son sus puestos?",
    titlesLead: (n) =>
      n === 0
        ? "Cada puesto tiene su significado."
        : `${count(n, "puesto no tiene", "puestos no tienen")} significado todavía; sus personas quedan fuera y se enumeran.`,
    schools: "¿Qué escuelas son?",
    schoolsLead: (n) =>
      n === 0
        ? "Cada lugar se conoce."
        : `${count(n, "lugar no se conoce", "lugares no se conocen")} todavía; sus personas quedan fuera y se enumeran.`,
    choose: "Todavía sin asignar",
    ignore: "Dejar fuera: no nos corresponde",
    times: (value, n) => `${value} (${words.number(n)})`,
    noTitles: "Elija primero la columna de los puestos y la de las escuelas.",
    endsAbsent: "Quien vino de esta fuente y no está en un archivo ya no trabaja aquí",
    endsAbsentHint:
      "Solo si cada archivo trae a todo el personal. Un archivo de recursos humanos nunca termina a quien viene de OneRoster.",
    name: "Nombre de la fuente",
    nameHint: "Los archivos con el mismo nombre tratan de las mismas personas.",
    missing: (fields) => `Elija una columna para: ${list(fields)}.`,
    save: "Guardar y ver qué cambia",
    saving: "Guardando…",
    cancel: "Dejar el archivo",
  },

  one: {
    back: "Lista del personal",
    title: (instant, zone) => `Archivo del ${time(instant, zone)}`,
    lead: ({ source, format, oneRosterVersion, isDelta, sourceName = "" }) =>
      [source, format === "hr" ? sourceName : ["OneRoster", oneRosterVersion ?? ""].join(" "), ...(isDelta ? ["solo cambios"] : [])].join(
        " · ",
      ),
    previewing: "Calculando qué cambia",
    applying: "Aplicando el archivo",
    previewTitle: "Todavía no ha cambiado nada",
    preview: "Revise qué cambia este archivo y después aplíquelo.",
    nothing: "Este archivo no cambia nada: todas las personas están en la lista como él dice.",
    below: "Abajo está a quién cambia, qué se le pide según sus reglas y qué correo se envía.",
    rowsBelow: ({ errors, warnings }) =>
      [
        ...(errors > 0 ? [count(errors, "fila queda fuera", "filas quedan fuera")] : []),
        ...(warnings > 0 ? [count(warnings, "fila tiene un aviso", "filas tienen un aviso")] : []),
      ].join("; "),
    apply: "Aplicar",
    applyingNow: "Empezando…",
    discard: "Descartar",
    discarding: "Descartando…",
    heldTitle: "Retenido: alguien tiene que decir que es correcto",
    tooMany: ({ ended, active }) =>
      `Terminarían ${people(ended)} de ${words.number(active)}. Más de una de cada veinte a la vez suele ser un archivo cortado o media exportación.`,
    administrators: (names) => (names.length === 1 ? `${names[0]} dejaría de administrar.` : `${list(names)} dejarían de administrar.`),
    endsYou: "Usted está entre esas personas: aplicar este archivo termina su propio acceso de administración.",
    endsMyAccess: "Sé que esto termina mi propio acceso.",
    reason: "¿Por qué es correcto?",
    reasonHint: "Se guarda con esta importación. Por ejemplo: «Dos escuelas cerraron el 30 de junio y su personal se fue».",
    confirm: "Confirmar y aplicar",
    discardHint: "Si no es correcto, descártelo: la lista se queda como está.",
    givenReason: (reason) => `Estaba retenido. La razón dada: «${reason}»`,
    appliedBy: (name, instant, zone) => `Lo aplicó ${name} el ${time(instant, zone)}.`,
    appliedTitle: "Aplicado",
    applied: "Todo lo del archivo está en la lista. No se tocó lo completado, el crédito ni los certificados de nadie.",
    appliedWithErrors: (errors) =>
      `Las filas correctas ya están. ${count(errors, "fila quedó", "filas quedaron")} fuera: ${errors === 1 ? "corríjala" : "corríjalas"} en su sistema como dice la tabla y traiga de nuevo el archivo. Nada de lo que ya está se daña con eso.`,
    discardedTitle: "Descartado",
    discarded: "No se aplicó nada de este archivo. La lista está como estaba.",
    notApplicableTitle: "Este archivo no se puede usar",
    notApplicable: "La lista está como antes.",
    again: "Traer otro archivo",
    counts: "Qué cambia",
    countsDone: "Qué cambió",
    countColumns: {
      what: "De",
      added: "Añadidas",
      changed: "Cambiadas",
      moved: "Trasladadas",
      ended: "Terminadas",
      unchanged: "Sin cambio",
    },
    schools: "Escuelas",
    staff: "Personas",
    skipped: (n) => `${count(n, "fila", "filas")} de estudiantes y familias: se cuentan, nunca se guardan.`,
    leftOut: (n, format) =>
      format === "hr"
        ? `${count(n, "fila queda", "filas quedan")} fuera, como usted decidió para su puesto o lugar.`
        : `${count(n, "fila queda", "filas quedan")} fuera por su título, como decidió su distrito: abajo está la primera de cada título.`,
    covered: (n) => `${people(n)} de este archivo ya vienen en la lista OneRoster: no se cambia nada suyo.`,
    keptUntil: (day) => `Las listas de abajo se guardan hasta el ${words.fullDate(day)}. Los totales se quedan.`,
    lists: "Quién, y qué filas",
    listsGone: (day) =>
      `A quién cambió este archivo, qué se le pidió y qué filas necesitaban atención se guardó hasta el ${words.fullDate(day)} y ya se borró. El historial de cada persona dice qué cambió.`,
    tooLateTitle: "Demasiado antiguo para aplicarlo",
    tooLate: "Lo que se leyó de este archivo ya no se guarda. Descártelo y vuelva a traer el archivo.",
    who: "Quiénes",
    kinds: { added: "Añadidas", changed: "Cambiadas", moved: "Trasladadas a otra escuela", ended: "Terminadas" },
    kindOption: (label, n) => `${label} (${words.number(n)})`,
    kind: "Mostrar",
    name: "Buscar por nombre",
    none: "Nadie aquí.",
    person: { name: "Nombre", place: "Dónde", change: "Qué cambia" },
    changeNames: {
      name: "Nombre",
      email: "Correo",
      roles: "Puesto",
      schools: "Escuela",
      dates: "Fechas de un puesto o de contratación",
      administrator: "Administración",
      returns: "Vuelve",
    },
    fromTo: (before, after) => `${before} → ${after}`,
    isAdministrator: "sí",
    noValue: "ninguno",
    page: (from, to, total) => `${words.number(from)} a ${words.number(to)} de ${words.number(total)}`,
    previous: "Anteriores",
    next: "Siguientes",
    problems: "Filas que le necesitan",
    problemsNone: "Ninguna fila le necesita. Todas se pudieron usar tal como están.",
    download: "Descargar todo como CSV",
    show: "Mostrar",
    shows: { all: "Todo", error: "Filas que quedaron fuera", warning: "Advertencias" },
    columns: { severity: "Tipo", place: "Dónde", message: "Qué", fix: "Qué hacer" },
    severity: { error: "Fuera", warning: "Advertencia" },
    place: ({ file, line, column }) => `${file}, línea ${words.number(line)}${column === undefined ? "" : `, columna ${column}`}`,
  },
};
