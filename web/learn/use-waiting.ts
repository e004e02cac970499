import { type HandedIn, useOutbox, waitingToArrive } from "../app/outbox.ts";

/** What of this module was handed in on this device and has not arrived yet. */
export function useWaiting(kind: HandedIn["kind"], moduleId: string): HandedIn | undefined {
  return waitingToArrive(kind, moduleId, useOutbox());
}
