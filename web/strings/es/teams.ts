import type { Gap } from "../../../functions/engagement/coverage-contract.ts";
import type { SeatRole, TeamKind } from "../../../functions/roster/team-contract.ts";
import type { teamWords as english } from "../en-teams.ts";
import { count, list, sentenceCase, words } from "./words.ts";

const teamNames: Record<TeamKind, string> = {
  tier1: "Equipo del nivel 1",
  tier2: "Equipo del nivel 2",
  tier3: "Equipo del nivel 3",
  schoolLeadership: "Equipo directivo de la escuela",
  districtLeadership: "Equipo directivo del distrito",
};
const roleNames: Record<SeatRole, string> = {
  facilitator: "facilitación",
  dataAnalyst: "análisis de datos",
  minuteTaker: "toma de actas",
  tierLead: "coordinación del nivel",
  coach: "coach",
  administrator: "administración",
  executive: "patrocinio ejecutivo",
  specialEducation: "educación especial",
};

const gapWords = ({ role, openedOn, cause, members, backups }: Gap, today: string): string => {
  const nobody = cause === "away" ? "nadie" : "nadie con formación";
  const since = openedOn === today ? "desde hoy" : `desde el ${words.date(openedOn, today)}`;
  const away = cause === "away" ? " (ausente o ya no está)" : cause === "untrained" ? " (falta formación)" : "";
  const named = members.length > 0 ? `; titular: ${list(members)}${away}` : "";
  return `no tiene ${nobody} en ${roleNames[role]} ${since}${named}; suplente: ${backups.length > 0 ? list(backups) : "nadie"}`;
};

export const teamWords: typeof english = {
  team: (team) => teamNames[team],
  role: (role) => sentenceCase(roleNames[role]),
  gap: (gap, today) => `${teamNames[gap.team]}: ${gapWords(gap, today)}.`,
  gapAt: ({ name, gap }, today) => `${teamNames[gap.team]}, ${name}: ${gapWords(gap, today)}.`,
  overview: {
    title: "Equipos",
    lead: "Qué puestos de los equipos no cubre nadie con formación, escuela por escuela, y desde cuándo.",
    open: "Lo que está sin cubrir",
    none: "Todos los puestos obligatorios están cubiertos por alguien con formación.",
    noneTitle: "No hay nada sin cubrir",
    places: "Cómo está cada equipo",
    place: "Escuela o distrito",
    covered: (covered, required) => (required === 0 ? "ningún puesto obligatorio" : `${covered} de ${required}`),
    placesLead: "Cuántos de sus puestos obligatorios cubre alguien con formación.",
    noTeam: "no existe aquí",
    empty: "Todavía no hay equipos que mostrar. Aparecen cuando hay escuelas en la lista del personal.",
    link: "Equipos de sus escuelas",
    oldest: (shown, total) => `Los ${words.number(shown)} que llevan más tiempo sin cubrir, de ${words.number(total)}.`,
    decide: "Decidir qué puestos hay",
  },
  bench: {
    role: {
      facilitator: "Facilitación",
      dataAnalyst: "Análisis de datos",
      coach: "Coach",
      tier2Lead: "Líder de nivel 2",
      tier3Lead: "Líder de nivel 3",
    },
    school: "Escuela",
    figure: "Puestos con dos personas o más",
    rate: ({ numerator, denominator }) =>
      denominator === 0 ? "Sin estos puestos" : `${words.number(numerator)} de ${words.number(denominator)}`,
    sentence: ({ numerator, denominator }) =>
      `${words.number(numerator)} de ${count(denominator, "puesto clave", "puestos clave")} podrían seguir sin una persona en particular.`,
    people: (people) => (people === 0 ? "Nadie" : count(people, "persona", "personas")),
    others: (schools) => count(schools, "escuela más", "escuelas más"),
    thin: "depende de una persona o de nadie",
    none: "Ningún equipo de estas escuelas tiene todavía estos puestos. Nombre personas y esta cifra empieza.",
    toTeams: (name) => `Equipos de ${name}`,
    own: "Ver a quién se nombró, y nombrar a alguien",
    export: "Descargar como CSV",
    computed: "Cómo se calcula",
  },
  page: {
    title: (name) => `Equipos de ${name}`,
    titleDistrict: "El equipo del distrito",
    lead: (open) =>
      open === 0
        ? "Todos los puestos obligatorios están cubiertos por alguien con formación."
        : `${count(open, "puesto obligatorio está", "puestos obligatorios están")} sin cubrir.`,
    open: "Lo que está sin cubrir",
    back: "Todos los equipos",
    link: "Equipos",
    covered: "Cubierto",
    isOpen: (open) => `${words.number(open)} sin cubrir`,
    optional: "opcional",
    asksFor: (titles) => (titles.length === 0 ? "no pide formación" : `pide ${list(titles)}`),
    nobody: "No se ha nombrado a nadie.",
    backup: "suplente",
    name: "Nombrar a alguien",
    nameFor: (role, team) => `Nombrar a alguien en ${roleNames[role]}: ${teamNames[team]}`,
    assign: "Asignar la formación",
    end: "Quitar",
    endFor: (name, role) => `Quitar a ${name} del puesto de ${roleNames[role]}`,
    ended: (name, role) => `${name} ya no está en ${roleNames[role]}.`,
    undo: "Deshacer",
    from: (from, until, today) =>
      until === undefined ? `desde el ${words.date(from, today)}` : `del ${words.date(from, today)} al ${words.date(until, today)}`,
    starts: (from, today) => `a partir del ${words.date(from, today)}`,
    state: {
      covers: "con formación y presente",
      untrained: "falta formación",
      onLeave: "con licencia",
      suspended: "acceso suspendido",
      left: "ya no trabaja aquí",
      moved: "ahora trabaja en otra escuela",
      notYet: "todavía no",
      ended: "terminado",
      unknown: "recién nombrado",
    },
    missing: (titles) => `falta la formación: ${list(titles)}`,
    earlier: (total) => `Antes: ${count(total, "persona", "personas")}`,
    note: "Un puesto está cubierto mientras alguien nombrado, titular o suplente, trabaja aquí, no está con licencia y tiene la formación.",
  },
  dialog: {
    title: (role) => `Nombrar a alguien: ${roleNames[role]}`,
    person: "Quién",
    personHint: "Primero aparece quien ya tiene la formación.",
    choose: "Elija a una persona",
    trained: (name) => `${name}: con formación`,
    untrained: (name) => `${name}: falta formación`,
    elsewhere: (name) => `${name}: coach de otra escuela`,
    needed: "Elija primero a una persona.",
    isBackup: "Como suplente",
    isBackupHint: "Cubre el puesto cuando el titular no puede.",
    from: "Desde",
    until: "Último día",
    untilHint: "Déjelo vacío si no se sabe.",
    submit: "Nombrar",
    submitting: "Nombrando…",
    done: (name, role) => `${name} queda en ${roleNames[role]}.`,
    loading: "Buscando a quién se puede nombrar",
    nobody: "Todavía no hay nadie en la lista del personal de esta escuela.",
  },
  plans: {
    title: "Puestos de los equipos",
    lead: "Qué equipos tiene cada escuela, qué puestos hay en ellos y qué debe haber aprendido quien los ocupa.",
    isRun: "Cada escuela tiene este equipo",
    isRunDistrict: "El distrito tiene este equipo",
    seats: "Puestos",
    has: (role) => sentenceCase(roleNames[role]),
    required: "obligatorio",
    use: "Puesto",
    need: "Si hace falta",
    none: "no existe",
    optional: "opcional",
    training: (role) => `Formación para ${roleNames[role]}`,
    noTraining: "ninguna",
    certificate: (title) => `Certificado: ${title}`,
    save: "Guardar los puestos",
    saving: "Guardando…",
    saved: "Los puestos están guardados. Se está calculando de nuevo qué falta por cubrir.",
    reload: "Mostrar su versión",
  },
};
