import type { taskWords as english } from "../en-task.ts";
import { count, words } from "./words.ts";

export const taskWords: typeof english = {
  waiting: "Esperando para empezar…",
  of: (done, total) => `${words.number(done)} de ${words.number(total)}`,
  rate: (perSecond) => `${words.number(perSecond)} por segundo`,
  left: (seconds) => (seconds < 60 ? "falta menos de un minuto" : `faltan unos ${count(Math.ceil(seconds / 60), "minuto", "minutos")}`),
  mayLeave: "Puede salir de esta página; el trabajo continúa.",
  stopped: "Se detuvo. Lo que ya se hizo queda hecho.",
  stop: "Detener",
  stopping: "Deteniendo…",
  resume: "Continuar",
  resuming: "Continuando…",
};
