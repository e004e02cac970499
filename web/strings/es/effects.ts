import type { effectWords as english } from "../en-effects.ts";
import { count, list, words } from "./words.ts";

const people = (n: number) => count(n, "persona", "personas");
const on = (day: string): string => words.fullDate(day);

const mailKinds: Record<string, string> = {
  certificate: "un certificado que obtienen con ello",
  newlyAssigned: "algo nuevo que aprender",
  dueSoon: "algo que vence pronto",
  overdue: "algo con la fecha pasada",
  returned: "una práctica devuelta",
  renewal: "un certificado por renovar",
  leaderDigest: "las cifras de la semana para la dirección",
};

export const effectWords: typeof english = {
  title: "Qué pide aprender",
  working: "Calculando qué pide aprender",
  notKnown: "Esto no se calculó para este archivo, o ya se borró.",
  asOf: (day, instant) => `Calculado el ${instant}, con las reglas de ese momento. Vale a partir del ${on(day)}.`,
  nothing: "A nadie se le pide algo nuevo, algo menos ni en otra fecha.",
  late: (n) => `Para ${people(n)} algo quedaría atrasado desde el primer día`,
  lateHint:
    "Sus fechas se cuentan desde el día en que se les contrató o en que empezó la regla. Si no es lo que se quiere, dé a sus puestos el día en que empiezan, o cambie la regla para que cuente desde el día en que les llega.",
  mailTitle: "Correo",
  mailNone: ({ areRemindersOn }) =>
    areRemindersOn
      ? "No envía ningún correo con los recordatorios que están activados."
      : "No envía ningún correo: los recordatorios están desactivados.",
  mail: ({ people: n, kinds }) =>
    `${people(n)} ${n === 1 ? "recibe" : "reciben"} un correo por ello, sobre ${list(
      Object.entries(kinds).map(([kind, some]) => `${mailKinds[kind] ?? kind} (${words.number(some)})`),
    )}.`,
  mailWhen: "No enseguida: con los recordatorios de su próximo día de trabajo. Quien obtiene un certificado lo sabe en menos de un día.",
  mailOff: "Los recordatorios están desactivados; no se envía nada más.",
  mailOthers: (n) => `Coaches y directivos se enteran de ${people(n)} que llevarían mucho retraso.`,
  mailEnds: (n) => `${people(n)} que ${n === 1 ? "deja el distrito no recibe" : "dejan el distrito no reciben"} más correo.`,
  modules: "Por módulo",
  moduleColumns: {
    module: "Módulo",
    assigned: "Se pide de nuevo",
    done: "De estos, ya hechos",
    removed: "Ya no se pide",
    redated: "Otra fecha",
  },
  show: "Mostrar",
  lists: { assigned: "Se les pide algo nuevo", removed: "Ya no se les pide", redated: "Se les pide en otra fecha" },
  kindOption: (label, n) => `${label} (${words.number(n)})`,
  name: "Buscar por nombre",
  none: "Nadie aquí.",
  columns: { name: "Nombre", place: "Dónde", modules: "Módulos" },
  severalModules: (modules, kind) => {
    const first = modules.find(({ isDone }) => !isDone);
    const many = count(modules.length, "módulo", "módulos");
    return kind === "removed" || first === undefined ? many : `${many}, el primero para el ${on(first.dueOn)}`;
  },
  module: ({ title, dueOn, isDone, from }, kind) => {
    if (isDone) return `${title}: ya hecho`;
    if (kind === "removed") return title;
    return from === undefined ? `${title}: para el ${on(dueOn)}` : `${title}: ${on(from)} → ${on(dueOn)}`;
  },
};
