import type { upkeep as english } from "../en-upkeep.ts";
import { count, words } from "./words.ts";

export const upkeep: typeof english = {
  keys: {
    title: "Claves",
    lead: "Una clave permite que otro programa de su distrito, por ejemplo un tablero, lea las cifras de todas las escuelas. No lee nada que lleve un nombre, y no cambia nada.",
    make: "Hacer una clave",
    name: "¿Para qué es?",
    expires: "Vale hasta",
    expiresHint: "Un año a lo sumo.",
    making: "Haciendo…",
    made: (name) => `Se hizo la clave para ${name}`,
    once: "Cópiela ahora. Se muestra solo esta vez y no se guarda en ninguna parte.",
    notShown: "La clave se hizo, pero no se puede mostrar otra vez. Anúlela y haga otra.",
    list: "Claves del distrito",
    noneTitle: "Todavía no hay ninguna clave",
    none: "Haga una cuando un programa la pida.",
    key: "La clave empieza con",
    state: "Estado",
    states: { active: "Vale", expired: "Venció", revoked: "Anulada" },
    used: "Último uso",
    never: "nunca",
    act: "Acción",
    revoke: "Anular",
    revoking: "Anulando…",
    revokeTitle: (name) => `¿Anular la clave para ${name}?`,
    revokeWhat: "Desde este momento, el programa que la usa no puede leer nada. No se puede deshacer; se puede hacer otra clave.",
    revoked: (name) => `La clave para ${name} está anulada`,
  },
  check: {
    title: "Autocomprobación",
    lead: "Cada noche se compara lo que hay con lo que se deduce de los registros de su distrito. Las cifras que difieren se calculan de nuevo al momento; los registros nunca se tocan.",
    run: "Comprobar ahora",
    starting: "Empezando…",
    running: "La comprobación",
    never: "Todavía no se hizo ninguna comprobación",
    neverWhat: "La primera se hace esta noche, o ahora si la pide.",
    well: (people, schools) =>
      `Todo bien: se revisaron ${count(people, "registro", "registros")} de personas en ${count(schools, "escuela", "escuelas")}.`,
    found: (n, repaired) =>
      repaired === n
        ? `${count(n, "hallazgo", "hallazgos")}, todo calculado de nuevo.`
        : `${count(n, "hallazgo", "hallazgos")}; ${words.number(repaired)} calculados de nuevo.`,
    last: (date) => `Última comprobación: ${date}`,
    findings: "Lo que se encontró",
    what: "Hallazgo",
    row: "Fila",
    expected: "Se esperaba",
    there: "Se encontró",
    next: "Qué hacer",
    repaired: "Calculado de nuevo",
  },
};
