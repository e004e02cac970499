import type { assignWords as english } from "../en-assign.ts";
import { breakNamed, count, list, words } from "./words.ts";

const effects: (typeof english)["effects"] = {
  new: "Nuevo en su ruta",
  earlier: "Ya lo tenía; ahora con fecha más temprana",
  alreadyAssigned: "Ya lo tenía; su fecha no cambia",
  alreadyCompleted: "Ya lo terminó; no se pide otra vez",
  waived: "Está exenta; nada cambia",
};

export const assignWords: typeof english = {
  title: "Asignar formación",
  dialogTitle: (name) => `Asignar formación a ${name}`,
  lead: "Verá quién la recibe, por su nombre, antes de que se guarde algo.",
  who: "Quién",
  whoHow: { people: "Elegir personas", places: "Todo el personal de unas escuelas o de unos puestos" },
  placesOnCaseload: "Si no elige ninguna, son todas estas. Solo llega a personas de su grupo.",
  whoPeople: "Personas de su grupo",
  whoPeopleAll: "Todas las personas de mi grupo",
  whoseSchool: "De qué escuela",
  whoAtSchool: "Personas de esa escuela",
  whoSchools: "Escuelas",
  whoSchoolsHint: "Si no elige ninguna, son todas las escuelas a su alcance.",
  whoRoles: "Puestos",
  whoRolesHint: "Si no elige ninguno, son todos los puestos.",
  findSchool: "Buscar una escuela",
  findRole: "Buscar un puesto",
  whoNeeded: "Elija al menos una persona, una escuela o un puesto.",
  chosen: (n) => count(n, "persona elegida", "personas elegidas"),
  what: "Qué",
  kind: "¿Qué es?",
  kinds: { module: "Un módulo", path: "Una ruta completa de un puesto" },
  kindHints: { module: "Algo que necesita ahora, sea cual sea su ruta.", path: "Todos los módulos de un puesto, en orden." },
  module: "Módulo",
  path: "Ruta",
  pick: "Elija…",
  targetNeeded: "Elija qué asignar.",
  minutes: (title, minutes) => `${title} (${words.minutes(minutes)})`,
  when: "Para cuándo",
  due: "Fecha límite",
  dues: { paced: "Al ritmo propio de la ruta", relative: "Después de un número de días", fixed: "En una fecha" },
  dueHints: {
    paced: "Cada módulo tiene su propia fecha, para que no se acumulen.",
    relative:
      "Se cuenta desde el día en que empieza para cada persona. Una fecha en vacaciones o en verano pasa al siguiente día de clases.",
    fixed: "El mismo día para todas las personas. Una fecha en vacaciones o en verano pasa al siguiente día de clases.",
  },
  days: "Días",
  daysNeeded: "Escriba un número de días de 1 a 730.",
  on: "Fecha",
  onNeeded: "Elija una fecha a partir de hoy.",
  note: "Una nota para quien lo recibe",
  noteHint: "La leerá en «¿Por qué a mí?». Amable y corta.",
  preview: "Mostrar quién lo recibe",
  previewing: "Calculando…",
  previewTitle: "Antes de asignar",
  previewSummary: (counts, total) => {
    if (total === 0) return "Nadie lo recibe. Vea abajo quién quedó fuera y por qué.";
    const parts = [
      ...(counts.new > 0 ? [`${counts.new} lo ${counts.new === 1 ? "recibe" : "reciben"} por primera vez`] : []),
      ...(counts.earlier > 0 ? [`para ${counts.earlier} la fecha se adelanta`] : []),
      ...(counts.alreadyAssigned > 0 ? [`${counts.alreadyAssigned} ya lo ${counts.alreadyAssigned === 1 ? "tiene" : "tienen"}`] : []),
      ...(counts.alreadyCompleted > 0
        ? [`${counts.alreadyCompleted} ya lo ${counts.alreadyCompleted === 1 ? "terminó" : "terminaron"}`]
        : []),
      ...(counts.waived > 0 ? [`${counts.waived} ${counts.waived === 1 ? "está exenta" : "están exentas"}`] : []),
    ];
    return `${count(total, "persona", "personas")}: ${list(parts)}.`;
  },
  previewOne: (effect, dueOn, today) => {
    if (effect === "alreadyCompleted") return "Ya lo terminó. No se pediría nada otra vez.";
    if (effect === "waived") return "Está exenta de esto. Mientras sea así, nada cambia.";
    return effect === "alreadyAssigned"
      ? `Ya lo tenía; la fecha no cambia: ${words.due(dueOn, today)}.`
      : `${effects[effect]}, ${words.due(dueOn, today)}.`;
  },
  moved: (from, to, by, today, upTo) => {
    const later = upTo === undefined ? "" : `; para quien trabaja con otro calendario, a más tardar al ${words.date(upTo, today)}`;
    return `El ${words.date(from, today)} no es día de clases${by === undefined ? "" : ` (${breakNamed(by)})`}, así que la fecha pasa al ${words.date(to, today)}${later}.`;
  },
  mailsNobody: "Nadie recibe un correo por esto: aparece en su ruta, con el nombre y la nota de usted.",
  shownFirst: (shown, total) => `Se muestran ${words.number(shown)} de ${words.number(total)}.`,
  effects,
  columns: { name: "Nombre", school: "Escuela", effect: "Qué ocurre", due: "Fecha límite" },
  leftOut: (n) => `Fuera de la asignación (${words.number(n)})`,
  leftOutLine: (name, reason) => `${name}: ${reason}`,
  confirm: (n, changes) => {
    if (n === 1) return "Asignar";
    const all = `Asignar a ${count(n, "persona", "personas")}`;
    return changes === n ? all : `${all}, nuevo para ${words.number(changes)}`;
  },
  confirming: "Asignando…",
  previewTotal: (total) => `Llega a ${count(total, "persona", "personas")}.`,
  nothingChangesTitle: "No hay nada que asignar",
  nothingChanges: (counts) => {
    const parts = [
      ...(counts.alreadyAssigned > 0
        ? [`${counts.alreadyAssigned} ya lo ${counts.alreadyAssigned === 1 ? "tiene" : "tienen"}, sin vencer más tarde`]
        : []),
      ...(counts.alreadyCompleted > 0
        ? [`${counts.alreadyCompleted} ya lo ${counts.alreadyCompleted === 1 ? "terminó" : "terminaron"}`]
        : []),
      ...(counts.waived > 0 ? [`${counts.waived} ${counts.waived === 1 ? "está exenta" : "están exentas"}`] : []),
    ];
    return `No cambiaría nada para nadie: ${list(parts)}. Elija otra cosa, una fecha anterior u otras personas.`;
  },
  done: (n) => `Asignado a ${count(n, "persona", "personas")}.`,
  doneText: "Está en su ruta, con el nombre y la nota de usted. Puede retirarlo para cualquiera en su página.",
  undo: "Deshacer",
  undoing: "Retirando…",
  undone: "Retirado. Ya no está en ninguna ruta de parte de usted.",
  undoManually: "Llegó a más personas de las que aparecen aquí. Para retirarlo, abra la página de la persona.",
  again: "Asignar otra cosa",
};
