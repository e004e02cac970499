import type { admin as english } from "../en-admin.ts";
import { t } from "./t.ts";
import { count, list, words } from "./words.ts";

export const admin: typeof english = {
  navigation: "Administración",
  pages: {
    reminders: "Recordatorios",
    keys: "Claves",
    check: "Autocomprobación",
    retention: "Lo que se guarda",
    teams: "Equipos",
    calendar: "Calendario",
    certifications: "Certificaciones",
    hours: "Horas",
    roster: "Lista del personal",
    people: "Personas",
    coaches: "Coaches",
    rules: "Reglas",
    library: "Biblioteca",
    content: "Módulos",
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
    lead: "Todas las personas de la lista. Abra un nombre para ver su expediente: puestos, traslados, licencias y todo lo que pasó. Lo que cambie allí se queda cuando la lista se importe de nuevo.",
    name: "El apellido empieza con",
    school: "Escuela",
    anySchool: "Elija una escuela",
    either: "Escriba el comienzo de un apellido para buscar en todo el distrito, o elija una escuela para ver a todas sus personas.",
    search: "Buscar",
    assign: "Asignar formación",
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
