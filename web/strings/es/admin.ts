import type { admin as english } from "../en-admin.ts";
import { t } from "./t.ts";
import { count, list, quoted, words } from "./words.ts";

type Due = Parameters<(typeof english)["rules"]["gives"]>[0]["due"];
type Levels = (typeof english)["rule"]["levelNames"];

const levels: Levels = {
  elementary: "escuelas primarias",
  middle: "escuelas intermedias",
  high: "escuelas secundarias",
  district: "la oficina del distrito",
};

const dueWords = (due: Due) => {
  if (due.kind === "paced") return "al ritmo propio de la ruta";
  return due.kind === "relative"
    ? `a los ${count(due.days, "día", "días")} de empezar para cada persona`
    : `para el ${words.fullDate(due.on)}`;
};

export const admin: typeof english = {
  navigation: "Administración",
  pages: {
    teams: "Equipos",
    calendar: "Calendario",
    roster: "Lista del personal",
    people: "Personas",
    coaches: "Coaches",
    rules: "Reglas",
    library: "Biblioteca",
    content: "Módulos",
  },

  rules: {
    title: "Reglas",
    lead: "Una regla da su formación a todas las personas de un puesto, desde el primer día. Un cambio llega en minutos; nadie pierde lo que ya hizo.",
    new: "Regla nueva",
    noneTitle: "Todavía no hay reglas",
    none: "Sin una regla, nada se asigna por sí solo. Lo normal es empezar con una regla para la ruta de cada puesto.",
    audience: ({ roles, levels: chosenLevels, schoolIds }) => {
      const places = [
        ...chosenLevels.map((level) => levels[level]),
        ...(schoolIds.length > 0 ? [count(schoolIds.length, "escuela elegida", "escuelas elegidas")] : []),
      ];
      return `${list(roles.map((role) => t.jobRoles[role]))}${places.length === 0 ? ", en todas partes" : `, en ${list(places)}`}`;
    },
    gives: ({ targetTitle, due, effectiveFrom }) =>
      `Da ${quoted(targetTitle)}, ${dueWords(due)}. Vigente desde el ${words.fullDate(effectiveFrom)}.`,
    people: (n) => count(n, "persona", "personas"),
    active: "Activa",
    inactive: "Desactivada",
    version: (n) => `Versión ${n}`,
  },

  rule: {
    newTitle: "Regla nueva",
    editTitle: (name) => `Regla: ${name}`,
    back: "Reglas",
    name: "Nombre",
    nameHint: "Se lee en «¿Por qué a mí?»: diga qué da y a quién.",
    nameNeeded: "Póngale un nombre de al menos 3 letras.",
    who: "Quién",
    roles: "Puestos",
    rolesNeeded: "Elija al menos un puesto.",
    levels: "Niveles escolares",
    levelsHint: "Si no elige ninguno, son todos los niveles.",
    levelNames: { elementary: "Primaria", middle: "Intermedia", high: "Secundaria", district: "Oficina del distrito" },
    schools: "Solo en estas escuelas",
    schoolsHint: "Si no elige ninguna, son todas las escuelas.",
    find: "Buscar",
    what: "Qué",
    when: "Para cuándo",
    from: "Vigente desde",
    fromHint: "Para quien ya está en el puesto, el plazo empieza este día; para los demás, su primer día en el puesto.",
    fromNeeded: "Elija el día en que empieza.",
    isActive: "Esta regla está activa",
    isActiveHint: "Desactivada, no da nada nuevo, y lo que dio termina. Lo que las personas hicieron sigue registrado.",
    preview: "Mostrar a quién se añade y a quién se quita",
    previewing: "Calculando…",
    previewTitle: "Antes de guardar",
    previewSummary: ({ added, removed, unchanged }) =>
      `${count(added.total, "persona la recibe", "personas la reciben")} por primera vez, ${words.number(removed.total)} ya no la ${removed.total === 1 ? "tiene" : "tienen"}, y para ${words.number(unchanged)} nada cambia. Ahora no se envía ningún correo.`,
    added: (n) => `Se añaden (${words.number(n)})`,
    removed: (n) => `Se quitan (${words.number(n)})`,
    removedNote: "Lo que hicieron sigue registrado. Otras razones para los mismos módulos siguen valiendo.",
    personAt: (name, schools) => `${name}, ${list(schools)}`,
    more: (n) => `y ${words.number(n)} más`,
    save: "Guardar la regla",
    saving: "Guardando…",
    saved: (name) => `${quoted(name)} está guardada. Llega a las personas en minutos.`,
    conflictReload: "Mostrar su versión",
    readOnly: "La administración del distrito cambia las reglas. Aquí puede leerlas.",
  },

  coaches: {
    title: "Coaches",
    lead: "Cada persona tiene a lo sumo un coach: el del grupo en el que está.",
    leadForLeaders:
      "Cada persona tiene a lo sumo un coach: el del grupo en el que está. La administración del distrito pasa a las personas de un coach a otro.",
    noneTitle: "No hay coaches en la lista del personal",
    none: "Aquí aparece quien tiene el puesto de coach en la lista del personal.",
    withoutCoach: (n) =>
      n === 0
        ? "Todas las personas de la lista del personal tienen un coach."
        : `${count(n, "persona no tiene", "personas no tienen")} coach. Lo que entregan espera a la dirección de su escuela.`,
    table: "Coaches, por nombre",
    columns: { name: "Coach", schools: "Escuelas", caseload: "Grupo", act: "Cambiar" },
    caseload: (n) => count(n, "persona", "personas"),
    give: "Dar personas",
    giveTo: (name) => `a ${name}`,
    dialog: (name) => `Dar personas a ${name}`,
    explain: (name) =>
      `Las personas que elija tendrán a ${name} como coach desde ahora. El coach que tenían antes deja de verlas; las revisiones y el historial quedan.`,
    school: "Escuela",
    people: "Personas",
    find: "Buscar a alguien",
    hasCoach: (roles, coach) => `${list(roles.map((role) => t.jobRoles[role]))} · ${coach === undefined ? "sin coach" : `coach: ${coach}`}`,
    hasThis: (roles) => `${list(roles.map((role) => t.jobRoles[role]))} · ya está en este grupo`,
    without: "Elegir a todas las personas sin coach",
    chosen: (n) => count(n, "persona elegida", "personas elegidas"),
    needed: "Elija al menos una persona.",
    nobody: "Hoy no hay nadie en la lista del personal de esta escuela.",
    confirm: (n) => (n === 0 ? "Dar" : `Dar ${count(n, "persona", "personas")}`),
    confirming: "Guardando…",
    done: (n, name) => `${count(n, "persona tiene", "personas tienen")} ahora a ${name} como coach.`,
  },

  people: {
    notAllowed: "Su puesto no incluye esto. La administración de su distrito puede decirle quién puede ayudar.",
    title: "Personas",
    lead: "Todas las personas de la lista del personal. Cambie nombres, puestos y escuelas en su propio sistema; la próxima importación los trae aquí.",
    name: "El apellido empieza con",
    school: "Escuela",
    anySchool: "Elija una escuela",
    either: "Escriba el comienzo de un apellido para buscar en todo el distrito, o elija una escuela para ver a todas sus personas.",
    search: "Buscar",
    table: (n, isMore) => (isMore ? `Las primeras ${words.number(n)} personas` : count(n, "persona", "personas")),
    none: "Nadie coincide. Pruebe con menos letras del apellido o con otra escuela.",
    columns: { name: "Nombre", roles: "Puestos", coach: "Coach", status: "Estado" },
    roleAt: (role, school) => `${t.jobRoles[role]}, ${school}`,
    noCoach: "sin coach",
    status: ({ status, isOnLeave }) => {
      if (status !== "active") return { suspended: "Cuenta suspendida", left: "Ya no está aquí" }[status];
      return isOnLeave ? "De licencia" : "En activo";
    },
    more: "Mostrar más",
    loading: "Cargando…",
  },
};
