import type { Anchor, Due } from "../../../functions/assignment/contract.ts";
import type { Condition } from "../../../functions/assignment/rule-contract.ts";
import type { SchoolLevel } from "../../../functions/roster/contract.ts";
import type { SeatRole, TeamKind } from "../../../functions/roster/team-contract.ts";
import type { ruleWords as english } from "../en-rules.ts";
import { t } from "./t.ts";
import { count, list, quoted, sentenceCase, words } from "./words.ts";

const locale = "es-US";
const either = (parts: string[]) => new Intl.ListFormat(locale, { type: "disjunction" }).format(parts);
const levels: Record<SchoolLevel, string> = {
  elementary: "una escuela primaria",
  middle: "una escuela intermedia",
  high: "una escuela secundaria",
  district: "la oficina del distrito",
};
const teams: Record<TeamKind, string> = {
  tier1: "de nivel 1",
  tier2: "de nivel 2",
  tier3: "de nivel 3",
  schoolLeadership: "de liderazgo escolar",
  districtLeadership: "de liderazgo del distrito",
};
const seatRoles: Record<SeatRole, string> = {
  facilitator: "facilitación",
  dataAnalyst: "análisis de datos",
  minuteTaker: "redacción de actas",
  tierLead: "coordinación del nivel",
  coach: "coach",
  administrator: "dirección",
  executive: "dirección ejecutiva",
  specialEducation: "educación especial",
};
const anchors: Record<Anchor, string> = {
  roleStart: "el inicio de su puesto",
  hired: "su fecha de contratación",
  ruleStart: "el inicio de la regla",
  assigned: "el día en que le llega",
  schoolYearStart: "el inicio del año escolar en que empieza para la persona",
  certificateExpiry: "el último día de su certificado",
};

const dueWords = (due: Due): string => {
  if (due.kind === "paced") return "al ritmo propio de la ruta";
  if (due.kind === "fixed") return `para el ${words.fullDate(due.on)}`;
  const days = Math.abs(due.days);
  const spoken = due.unit === "contractDays" ? count(days, "día de contrato", "días de contrato") : count(days, "día", "días");
  const from = due.anchor === undefined ? "que empieza para la persona" : anchors[due.anchor];
  return `${spoken} ${due.days < 0 ? "antes de" : "después de"} ${from}`.replace("de el ", "del ");
};

type Names = { school: (id: string) => string; certification: (id: string) => string };

const condition = (one: Condition, names: Names): string => {
  switch (one.about) {
    case "role":
      return `con el puesto de ${either(one.anyOf.map((role) => t.jobRoles[role]))}`;
    case "level":
      return `en ${either(one.anyOf.map((level) => levels[level]))}`;
    case "school":
      return `en ${either(one.anyOf.map(names.school))}`;
    case "hired":
      return one.is === "before" ? `con contrato anterior al ${words.fullDate(one.on)}` : `con contrato desde el ${words.fullDate(one.on)}`;
    case "newlyHired":
      return `en ${one.days === 1 ? "el primer día" : `los primeros ${words.number(one.days)} días`} desde su contratación`;
    case "seat": {
      const seat = one.roles.length === 0 ? "con un lugar" : `en ${either(one.roles.map((role) => seatRoles[role]))}`;
      return `${seat} en un equipo ${either(one.teams.map((team) => teams[team]))}${one.withBackups ? "" : " (no como suplente)"}`;
    }
    case "certificate": {
      const title = quoted(names.certification(one.certificationId));
      if (one.is === "expiring") return `cuyo certificado ${title} vence en ${count(one.days ?? 90, "día", "días")} o ya venció`;
      return { holds: `que hoy tenga ${title}`, held: `que tenga o haya tenido ${title}`, neverHeld: `que nunca haya tenido ${title}` }[
        one.is
      ];
    }
  }
};

export const ruleWords: typeof english = {
  list: {
    title: "Reglas",
    lead: "Una regla da su formación a las personas para quienes es, desde el primer día. Un cambio llega en minutos; nadie pierde lo que ya hizo.",
    new: "Regla nueva",
    noneTitle: "Todavía no hay reglas",
    none: "Sin una regla, nada se asigna por sí solo. Lo normal es empezar con una regla para la ruta de cada puesto.",
    version: (n) => `Versión ${words.number(n)}`,
    states: { on: "Activa", off: "Desactivada", stopped: "Detenida", applying: "Llegando" },
    applying: (done, total) =>
      total === 0 ? "Buscando a quién llega" : `Llegando a las personas: ${words.number(done)} de ${words.number(total)}`,
    halted: "Todavía no ha llegado a todas las personas: el trabajo se interrumpió. Abra la regla para continuar.",
    stoppedTitle: (n) => `${count(n, "regla está detenida", "reglas están detenidas")} y le ${n === 1 ? "necesita" : "necesitan"}`,
    stoppedText: "Nadie ha perdido nada, y nadie recibe nada nuevo de ella hasta que usted la revise.",
    stoppedOpen: (name) => `Revisar ${quoted(name)}`,
  },

  audience: ({ anyOf }, names) =>
    `${anyOf.map(({ allOf }, i) => `${i === 0 ? "Toda persona" : "o toda persona"} ${allOf.map((one) => condition(one, names)).join(", ")}`).join("; ")}.`,
  gives: ({ targetTitle, due, effectiveFrom, effectiveUntil }) =>
    `Da ${quoted(targetTitle)}, ${dueWords(due)}. Vigente desde el ${words.fullDate(effectiveFrom)}${effectiveUntil === undefined ? "" : ` hasta el ${words.fullDate(effectiveUntil)}`}.`,
  unknownSchool: "una escuela cerrada",
  troubles: {
    targetGone: () => "Lo que da ya no está en el catálogo.",
    schoolGone: (what) => `Nombra una escuela que se cerró: ${what}.`,
    certificationGone: (what) => `Nombra un certificado que ya no existe: ${what}.`,
    failed: (what) => `No se pudo calcular para alguien: ${what}.`,
  },
  stopped: (since) =>
    `Esta regla se detuvo el ${words.fullDate(since)}. Quien tiene algo de ella lo conserva; nadie recibe nada nuevo. Cambie lo que dice, o desactívela, y guárdela.`,

  preview: {
    title: "Antes de guardar",
    summary: ({ added, removed, redated, unchanged }) => {
      const parts = [
        ...(added.total > 0 ? [`${count(added.total, "persona la recibe", "personas la reciben")} por primera vez`] : []),
        ...(removed.total > 0 ? [count(removed.total, "persona ya no la tiene", "personas ya no la tienen")] : []),
        ...(redated.total > 0 ? [`para ${count(redated.total, "persona", "personas")} cambia una fecha`] : []),
        ...(unchanged > 0 ? [`para ${count(unchanged, "persona", "personas")} nada cambia`] : []),
      ];
      return parts.length === 0 ? "Por ahora no es para nadie." : `${sentenceCase(list(parts))}.`;
    },
    mailed:
      "No se envía ningún correo: una regla no envía nada por sí sola. Los recordatorios llegan después, según su configuración de recordatorios.",
    overdue: (n) =>
      n === 1
        ? "Para 1 persona algo quedaría atrasado de inmediato."
        : `Para ${words.number(n)} personas algo quedaría atrasado de inmediato.`,
    overdueHint: "Si no es lo que quiere, elija un inicio posterior o cuente desde el día en que le llega.",
    added: (n) => `Se añaden (${words.number(n)})`,
    removed: (n) => `Se quitan (${words.number(n)})`,
    redated: (n) => `Con otra fecha (${words.number(n)})`,
    removedNote: "Lo que hicieron sigue registrado.",
    personAt: (name, schools) => (schools.length === 0 ? name : `${name}, ${list(schools)}`),
    outcome: ({ outcome, was, dueOn }, today) => {
      const day = (date: string | undefined) => (date === undefined ? "" : words.date(date, today));
      return {
        new: `para el ${day(dueOn)}`,
        alreadyAsked: "ya la tiene por otra razón; ninguna fecha cambia",
        completed: "ya lo terminó todo",
        waived: "está exenta",
        ends: "ya no se le pide",
        stillAsked: "la conserva por otra razón",
        later: `del ${day(was)} al ${day(dueOn)}`,
        earlier: `del ${day(was)} al ${day(dueOn)}: antes`,
        changed: dueOn === undefined ? "se le pide otra cosa" : `se le pide otra cosa, para el ${day(dueOn)}`,
      }[outcome];
    },
    more: (n) => `y ${words.number(n)} más`,
  },

  history: {
    title: (name) => `Versiones de ${name}`,
    lead: "Todas las versiones que se guardaron, la última primero. Ninguna se pierde; una anterior vuelve al guardarla de nuevo.",
    back: (name) => name,
    saved: (by, instant, zone) =>
      by === undefined || instant === undefined
        ? "Guardada antes de que se conservaran las versiones"
        : `${by}, ${new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant))}`,
    now: "Vigente",
    first: "La primera versión.",
    same: "Guardada de nuevo sin cambios.",
    changed: "Qué cambió",
    was: "Antes",
    became: "Después",
    parts: { name: "Nombre", who: "Quién", what: "Qué y para cuándo", active: "Estado" },
    on: "Activa",
    off: "Desactivada",
    restore: "Usar de nuevo esta versión",
  },
};
