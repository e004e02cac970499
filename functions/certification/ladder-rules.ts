import type { JobRole } from "../roster/contract.ts";
import type { DefinitionChoices, Level, RequirementRule, Validity } from "./definition-contract.ts";

/**
 * A certification: what it asks for and how long it lasts. Issued by the district, never a state licence. Its words are
 * ours; its requirements, hours, validity and renewal are the district's choice (`chooseDefinition`).
 */
export type CertificationDefinition = DefinitionChoices & {
  id: string;
  /** As it stands on the certificate. A title is never used for two certifications: the public page looks up by it. */
  title: string;
  level: Level;
  /** Whose certification it is, where it is one role's. */
  role?: JobRole;
  summary: string;
  /** What the title stands for, to a stranger; true of any certificate with it, also of one that is no longer in force. */
  meaning: string;
  /** The same in Spanish. The title is a name and stays as it is issued. */
  spanish: { summary: string; meaning: string };
  /** Whether a person's own coach may be among those who review what was handed in. */
  ownCoachMayReview: boolean;
  /** Which edition of the district's choices it is; 1 as it ships. A certificate keeps the one it was earned by. */
  version: number;
};

/** The shared core of every path (docs/domain.md, certification). */
export const coreModuleIds: readonly string[] = ["m01", "m02", "m03", "m04", "m05", "m06"];

/** Three years, counted on from the last day of the term before, with half a year to renew after it. */
const threeYears: Validity = { basis: "lastExpiry", years: 3, endsOn: "06-30", minimumMonths: 6, windowDays: 90, graceDays: 60 };

/** Below this score an observation, a recommendation or a calibration does not count. */
const good = 80;
/** Both halves of a meeting's observation reach this (team-meeting fidelity). */
const goodMeeting = 85;

const foundations: CertificationDefinition = {
  id: "foundations",
  title: "MTSS Foundations",
  level: "foundations",
  summary: "The shared core of your path, every check passed at 80% or better, and one practice task accepted by your coach.",
  meaning:
    "It is issued to people who have completed the district's shared training in its multi-tiered system of supports (MTSS) for their role, passed a " +
    "scenario-based check at 80% or better in every module, and carried out at least one practice task on the job, which a coach or school leader " +
    "reviewed against a rubric and accepted.",
  spanish: {
    summary: "La formación común de su ruta, cada comprobación aprobada con 80 % o más, y una tarea práctica aceptada por su coach.",
    meaning:
      "Se emite a quien completó la formación común del distrito en su sistema de apoyo de varios niveles (MTSS) para su puesto, aprobó en cada módulo " +
      "una comprobación basada en situaciones con 80 % o más, y llevó a cabo en su trabajo al menos una tarea práctica, que un coach o la dirección " +
      "de la escuela revisó con una rúbrica y aceptó.",
  },
  isOffered: true,
  requirements: [{ kind: "core" }, { kind: "practice", count: 1 }],
  renewal: [{ kind: "core" }],
  validity: threeYears,
  typicalHours: { from: 3.5, to: 4.5 },
  reviewers: 0,
  ownCoachMayReview: true,
  version: 1,
};

type Practitioner = { role: JobRole; name: string; spanishName: string; rules: RequirementRule[] };

const observed = (observation: "practice" | "session" | "teamMeeting" | "fidelityReview"): RequirementRule => ({
  kind: "observations",
  observation,
  count: 2,
  percent: good,
  daysApart: 60,
});
const tasks = (count: number, moduleIds: string[]): RequirementRule => ({ kind: "practice", count, moduleIds });

/** What a coach must see of each role, beside its whole path (docs/domain.md, certification). */
const practitioners: readonly Practitioner[] = [
  { role: "teacher", name: "Classroom Teacher", spanishName: "docente", rules: [tasks(2, ["m07", "m08", "m11"]), observed("practice")] },
  {
    role: "interventionist",
    name: "Interventionist",
    spanishName: "especialista en intervención",
    rules: [tasks(3, ["m09", "m10", "m11", "m12", "m13", "m18"]), observed("session")],
  },
  {
    role: "specialEducator",
    name: "Special Educator",
    spanishName: "docente de educación especial",
    rules: [tasks(3, ["m11", "m12", "m13", "m14", "m15"]), observed("session")],
  },
  {
    role: "counselor",
    name: "Counselor or Social Worker",
    spanishName: "consejería o trabajo social",
    rules: [tasks(3, ["m08", "m10", "m14", "m16", "m18"]), observed("teamMeeting")],
  },
  {
    role: "psychologist",
    name: "School Psychologist",
    spanishName: "psicología escolar",
    rules: [tasks(1, ["m14"]), tasks(3, ["m08", "m10", "m14", "m15", "m16", "m18"]), observed("teamMeeting")],
  },
  {
    role: "paraprofessional",
    name: "Paraprofessional",
    spanishName: "paraprofesional",
    rules: [tasks(1, ["m17"]), observed("session")],
  },
  {
    role: "schoolAdministrator",
    name: "School Administrator",
    spanishName: "dirección escolar",
    rules: [tasks(2, ["m22", "m24"]), { kind: "observations", observation: "teamMeeting", count: 1, percent: good }],
  },
  {
    role: "coach",
    name: "Coach or Coordinator",
    spanishName: "coach o coordinación",
    rules: [tasks(3, ["m11", "m12", "m18", "m19"]), observed("teamMeeting")],
  },
  { role: "districtLeader", name: "District Leader", spanishName: "dirección del distrito", rules: [tasks(2, ["m23", "m24"])] },
  {
    role: "dataCoordinator",
    name: "Data Coordinator",
    spanishName: "coordinación de datos",
    rules: [tasks(1, ["m19"]), { kind: "pieces", piece: "fidelityRecord", count: 1 }],
  },
];

const isObserved = (rules: readonly RequirementRule[]): RequirementRule | undefined => rules.find(({ kind }) => kind === "observations");

/** The id of a role's Practitioner certification. */
const practitionerId = (role: JobRole): string => `practitioner-${role.toLowerCase()}`;
const practitionerIds = practitioners.map(({ role }) => practitionerId(role));

/** What the certificate says it stands for: an observation, or a record that was read, only where the role asks for one. */
function practitionerWords(rules: readonly RequirementRule[], spanishName: string) {
  const [seen, handedIn] = [isObserved(rules) !== undefined, rules.some(({ kind }) => kind === "pieces")];
  const learned = "It is issued to people who hold MTSS Foundations, have completed the district's whole training path for this role";
  const aprendido = `Se emite a quien tiene MTSS Foundations, completó la ruta de formación del distrito para este puesto (${spanishName})`;
  const tasksAccepted = "practice tasks of that path accepted by a coach against a rubric";
  const tareas = "obtuvo de un coach la aceptación de tareas prácticas según una rúbrica";
  if (seen)
    return {
      summary: "Your whole path, tasks of it accepted by a coach, and your practice seen by someone who does not evaluate you.",
      meaning: `${learned}, had ${tasksAccepted}, and whose work a trained observer who does not evaluate them has scored at 80% or better on the district's forms.`,
      spanish: {
        summary: "Su ruta completa, tareas de ella aceptadas por un coach, y su práctica observada por alguien que no le evalúa.",
        meaning: `${aprendido}, ${tareas}, y cuyo trabajo fue valorado con 80 % o más, en los formularios del distrito, por una persona preparada que no le evalúa.`,
      },
    };
  if (handedIn)
    return {
      summary: "Your whole path, tasks of it accepted by a coach, and a record of a fidelity review that a reviewer found complete.",
      meaning: `${learned}, had ${tasksAccepted}, and handed in a record of a fidelity review that a reviewer found complete.`,
      spanish: {
        summary:
          "Su ruta completa, tareas de ella aceptadas por un coach, y un registro de una revisión de fidelidad completo según quien lo revisó.",
        meaning: `${aprendido}, ${tareas}, y presentó un registro de una revisión de fidelidad que una persona revisora encontró completo.`,
      },
    };
  return {
    summary: "Your whole path, and tasks of it accepted by a coach.",
    meaning: `${learned}, and had ${tasksAccepted}.`,
    spanish: { summary: "Su ruta completa, y tareas de ella aceptadas por un coach.", meaning: `${aprendido}, y ${tareas}.` },
  };
}

function practitioner({ role, name, spanishName, rules }: Practitioner): CertificationDefinition {
  const seen = isObserved(rules);
  return {
    id: practitionerId(role),
    title: `MTSS Practitioner: ${name}`,
    level: "practitioner",
    role,
    ...practitionerWords(rules, spanishName),
    isOffered: true,
    requirements: [{ kind: "holds", certificationIds: ["foundations"] }, { kind: "path", role }, ...rules],
    renewal: [
      { kind: "changedModules" },
      { kind: "practice", count: 2 },
      ...(seen?.kind === "observations" ? [{ kind: "observations" as const, observation: seen.observation, count: 1, percent: good }] : []),
    ],
    validity: threeYears,
    typicalHours: { from: 7, to: 15 },
    reviewers: 1,
    ownCoachMayReview: true,
    version: 1,
  };
}

const teamFacilitator: CertificationDefinition = {
  id: "team-facilitator",
  title: "MTSS Team Facilitator",
  level: "endorsement",
  summary: "Team meetings that solve problems: the module, and two of your meetings observed at 85% or better.",
  meaning:
    "It is issued to people who have completed the district's training in facilitating problem-solving team meetings and have facilitated at least two " +
    "meetings that a trained observer scored at 85% or better on both the meeting's foundations and its problem solving.",
  spanish: {
    summary: "Reuniones de equipo que resuelven problemas: el módulo, y dos de sus reuniones observadas con 85 % o más.",
    meaning:
      "Se emite a quien completó la formación del distrito para facilitar reuniones de equipo que resuelven problemas y facilitó al menos dos reuniones que " +
      "una persona preparada valoró con 85 % o más, tanto en las bases de la reunión como en la resolución de problemas.",
  },
  isOffered: true,
  requirements: [
    { kind: "holds", certificationIds: ["foundations"] },
    { kind: "modules", moduleIds: ["m18"] },
    { kind: "observations", observation: "teamMeeting", count: 2, percent: goodMeeting },
  ],
  renewal: [
    { kind: "changedModules" },
    { kind: "observations", observation: "teamMeeting", count: 1, percent: goodMeeting, eachYear: true },
  ],
  validity: threeYears,
  typicalHours: { from: 3, to: 5 },
  reviewers: 1,
  ownCoachMayReview: true,
  version: 1,
};

const fidelityFacilitator: CertificationDefinition = {
  id: "fidelity-facilitator",
  title: "MTSS Fidelity Facilitator",
  level: "endorsement",
  summary: "Facilitating a fidelity review: the module, and two reviews that you facilitated, with complete records.",
  meaning:
    "It is issued to people who have completed the district's training in facilitating fidelity reviews and have facilitated at least two reviews whose " +
    "records (quorum, votes, evidence and actions) a reviewer found complete.",
  spanish: {
    summary: "Facilitar una revisión de fidelidad: el módulo, y dos revisiones que facilitó, con registros completos.",
    meaning:
      "Se emite a quien completó la formación del distrito para facilitar revisiones de fidelidad y facilitó al menos dos revisiones cuyos registros (quórum, " +
      "votos, evidencia y acciones) una persona revisora encontró completos.",
  },
  isOffered: true,
  requirements: [
    { kind: "holds", certificationIds: ["foundations"] },
    { kind: "modules", moduleIds: ["m20"] },
    { kind: "pieces", piece: "fidelityRecord", count: 2 },
  ],
  renewal: [{ kind: "changedModules" }, { kind: "pieces", piece: "fidelityRecord", count: 1, eachYear: true }],
  validity: threeYears,
  typicalHours: { from: 3, to: 5 },
  reviewers: 1,
  ownCoachMayReview: true,
  version: 1,
};

const coach: CertificationDefinition = {
  id: "coach",
  title: "MTSS Coach",
  level: "coach",
  summary: "Two whole coaching cycles, a colleague's recommendation, and ratings that agree with another reviewer's.",
  meaning:
    "It is issued to people who hold an MTSS Practitioner certificate, have completed the district's training in fidelity reviews and in coaching for transfer, " +
    "documented at least two whole coaching cycles, were recommended by a colleague at 80% or better, and rate evidence in agreement with other reviewers. " +
    "Two reviewers who do not coach the holder accepted what was handed in.",
  spanish: {
    summary:
      "Dos ciclos completos de coaching, la recomendación de un colega, y valoraciones que coinciden con las de otra persona revisora.",
    meaning:
      "Se emite a quien tiene un certificado MTSS Practitioner, completó la formación del distrito en revisiones de fidelidad y en coaching, documentó al menos dos " +
      "ciclos completos de coaching, fue recomendado por un colega con 80 % o más, y valora la evidencia de acuerdo con otras personas revisoras. " +
      "Dos personas revisoras que no son coach de su titular aceptaron lo presentado.",
  },
  isOffered: true,
  requirements: [
    { kind: "holds", certificationIds: practitionerIds },
    { kind: "modules", moduleIds: ["m20", "m21"] },
    { kind: "pieces", piece: "coachingCycle", count: 2 },
    { kind: "references", count: 1, percent: good },
    { kind: "calibration", samples: 2, percent: good },
  ],
  renewal: [
    { kind: "changedModules" },
    { kind: "pieces", piece: "coachingCycle", count: 2, eachYear: true },
    { kind: "pieces", piece: "communityOfPractice", count: 4, eachYear: true },
    { kind: "calibration", samples: 1, percent: good, eachYear: true },
  ],
  validity: threeYears,
  typicalHours: { from: 25, to: 40 },
  reviewers: 2,
  ownCoachMayReview: false,
  version: 1,
};

const trainer: CertificationDefinition = {
  id: "trainer",
  title: "MTSS Trainer",
  level: "trainer",
  summary: "A year as a certified Coach, two training sessions observed, and learners whose practice is accepted at the first try.",
  meaning:
    "It is issued to people who have held the MTSS Coach certificate for at least a year, co-delivered at least two training sessions that were observed at 80% or " +
    "better, and whose learners' practice was accepted at the first submission in at least 70% of cases. Two reviewers who do not coach the holder accepted what was handed in.",
  spanish: {
    summary:
      "Un año como Coach certificado, dos sesiones de formación observadas, y participantes cuya práctica se acepta al primer intento.",
    meaning:
      "Se emite a quien ha tenido el certificado MTSS Coach al menos un año, impartió con otra persona al menos dos sesiones de formación observadas con 80 % o más, y " +
      "cuyos participantes obtuvieron la aceptación de su práctica al primer envío en al menos 70 % de los casos. Dos personas revisoras que no son coach de su titular aceptaron lo presentado.",
  },
  isOffered: true,
  requirements: [
    { kind: "holds", certificationIds: ["coach"], forMonths: 12 },
    { kind: "observations", observation: "training", count: 2, percent: good },
    { kind: "pieces", piece: "learnerOutcomes", count: 1 },
  ],
  renewal: [
    { kind: "changedModules" },
    { kind: "pieces", piece: "delivery", count: 1, eachYear: true },
    { kind: "calibration", samples: 1, percent: good },
  ],
  validity: threeYears,
  typicalHours: { from: 15, to: 15 },
  reviewers: 2,
  ownCoachMayReview: false,
  version: 1,
};

/** The ladder as it ships, from its first level to its last (docs/domain.md, certification). A district's own choices go over it. */
export const shippedLadder: readonly CertificationDefinition[] = [
  foundations,
  ...practitioners.map(practitioner),
  teamFacilitator,
  fidelityFacilitator,
  coach,
  trainer,
];

/** A certification by its id as it ships, if there is one. */
export function certificationOf(id: string): CertificationDefinition | undefined {
  return shippedLadder.find((one) => one.id === id);
}
