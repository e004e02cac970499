import type { CreditEntry, PurposeTotal } from "../credit/contract.ts";
import { standardNames, type LearningTopic } from "../curriculum/alignment-contract.ts";
import type { Catalog } from "../curriculum/content.ts";
import type { Enrollment } from "../learning/records.ts";
import { writtenDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import type { Paper } from "../platform/paper/paper.ts";

type Words = {
  courses: string;
  coursesHow: string;
  course: string;
  provider: string;
  endedOn: string;
  minutes: string;
  shares: string;
  sharesHow: string;
  purpose: string;
  about: string;
  counted: string;
  ofAll: (units: string, needed: string) => string;
  standards: string;
  standardsHow: string;
  module: string;
  names: string;
  topics: Record<LearningTopic, string>;
};

const words: Record<Language, Words> = {
  en: {
    courses: "Courses taken elsewhere",
    coursesHow:
      "Entered by the person with what shows it, and approved. Their minutes are not in the hours above; below they count where a purpose lets them.",
    course: "Course",
    provider: "Provider",
    endedOn: "Ended on",
    minutes: "Minutes",
    shares: "Shares of a cycle",
    sharesHow: "How much of what counts is about each topic that a purpose asks for. All of a credit counts for each of its topics.",
    purpose: "Counted for",
    about: "About",
    counted: "Counted",
    ofAll: (units, needed) => `${units} of ${needed}`,
    standards: "Learning standards",
    standardsHow:
      "What each module is about, and the Standards for Professional Learning (Learning Forward, 2022) with which the district aligns it.",
    module: "Module",
    names: "Standards",
    topics: {
      behavioralHealth: "Behavioral and mental health",
      dataUse: "Use of data",
      equity: "Equity",
      ethics: "Ethics and law",
      languageLearners: "English learners and language acquisition",
      leadership: "Leadership",
      literacy: "Reading and literacy",
      pedagogy: "Teaching",
      specialEducation: "Special education",
      subjectContent: "The subject of the license",
      technology: "Technology for learning",
    },
  },
  es: {
    courses: "Cursos externos",
    coursesHow:
      "Registrados por la persona con lo que los demuestra, y aprobados. Sus minutos no están en las horas de arriba; abajo cuentan donde el fin lo permite.",
    course: "Curso",
    provider: "Quién lo impartió",
    endedOn: "Terminó el",
    minutes: "Minutos",
    shares: "Partes de un ciclo",
    sharesHow: "Cuánto de lo que cuenta trata de cada tema que se pide. Un crédito cuenta entero para cada uno de sus temas.",
    purpose: "Cuenta para",
    about: "Sobre",
    counted: "Contado",
    ofAll: (units, needed) => `${units} de ${needed}`,
    standards: "Estándares de aprendizaje",
    standardsHow:
      "De qué trata cada módulo y con qué estándares de aprendizaje profesional (Learning Forward, 2022, nombres en inglés) lo relaciona el distrito.",
    module: "Módulo",
    names: "Estándares",
    topics: {
      behavioralHealth: "Salud mental y de la conducta",
      dataUse: "Uso de datos",
      equity: "Equidad",
      ethics: "Ética y leyes",
      languageLearners: "Estudiantes de inglés y adquisición del lenguaje",
      leadership: "Liderazgo",
      literacy: "Lectura y escritura",
      pedagogy: "Enseñanza",
      specialEducation: "Educación especial",
      subjectContent: "La materia de la licencia",
      technology: "Tecnología para aprender",
    },
  },
};

/** The courses taken elsewhere that were approved; nothing where there is none. */
export function coursesOnPaper(paper: Paper, courses: readonly CreditEntry[], language: Language): void {
  if (courses.length === 0) return;
  const say = words[language];
  const number = new Intl.NumberFormat(language);
  paper.heading(2, say.courses);
  paper.paragraph(say.coursesHow, "small");
  paper.table({
    caption: say.courses,
    columns: [
      { title: say.course, share: 4 },
      { title: say.provider, share: 3 },
      { title: say.endedOn, share: 2.2 },
      { title: say.minutes, share: 1.2, align: "right" },
    ],
    rows: courses.map(({ title, provider, on, minutes }) => [title, provider, writtenDate(on, language), number.format(minutes)]),
  });
}

/** How far each share of a cycle is that a purpose asks for; nothing where none asks for any. */
export function sharesOnPaper(paper: Paper, totals: readonly PurposeTotal[], language: Language): void {
  const say = words[language];
  const number = new Intl.NumberFormat(language);
  const rows = totals.flatMap(({ name, unit, shares }) =>
    shares.map(({ topics, units, unitsNeeded }) => [
      name,
      topics.map((topic) => say.topics[topic]).join(" / "),
      `${say.ofAll(number.format(units), number.format(unitsNeeded))} ${unit.many}`,
    ]),
  );
  if (rows.length === 0) return;
  paper.heading(2, say.shares);
  paper.paragraph(say.sharesHow, "small");
  paper.table({
    caption: say.shares,
    columns: [
      { title: say.purpose, share: 3 },
      { title: say.about, share: 5 },
      { title: say.counted, share: 3, align: "right" },
    ],
    rows,
  });
}

/** What the completed modules are about, and the standards that forms ask an activity to name; nothing where none says so. */
export function standardsOnPaper(
  paper: Paper,
  { enrollments, catalog }: { enrollments: readonly Enrollment[]; catalog: Catalog },
  language: Language,
): void {
  const say = words[language];
  const completed = new Set(enrollments.flatMap(({ moduleId, completedAt }) => (completedAt === undefined ? [] : [moduleId])));
  const rows = catalog.modules
    .filter(({ id, standards = [] }) => completed.has(id) && standards.length > 0)
    .map(({ title, topics = [], standards = [] }) => [
      title,
      topics.map((topic) => say.topics[topic]).join("; "),
      standards.map((one) => standardNames[one]).join("; "),
    ]);
  if (rows.length === 0) return;
  paper.heading(2, say.standards);
  paper.paragraph(say.standardsHow, "small");
  paper.table({
    caption: say.standards,
    columns: [
      { title: say.module, share: 4 },
      { title: say.about, share: 2.5 },
      { title: say.names, share: 4 },
    ],
    rows,
  });
}
