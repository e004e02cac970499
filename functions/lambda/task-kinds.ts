import type { TaskKind } from "../platform/task.ts";

/** Every kind of long work, whichever capability it is of. */
export const taskKinds: readonly TaskKind[] = [];
