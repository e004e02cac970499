import type { AuthoringPage, SourceFiles } from "../../../functions/curriculum/contract.ts";
import { ApiProblem } from "../../app/api.ts";
import type { KeyValueStorage } from "../../app/outbox-queue.ts";
import { clashesIn, edited, type Edits, editsAfterSaving, editsLeft, isSameText, parseEdits, settled, withEdits } from "./draft-edits.ts";

/** How what one writes stands between this device and the server. */
export type KeeperStatus = "saved" | "waiting" | "saving" | "unreachable" | "signedOut" | "refused" | "clash";

/** A module's draft as it is being written: the server's text with what was typed here on top. */
export type KeeperState = {
  files: SourceFiles;
  /** The server's text. */
  theirs: SourceFiles;
  /** The version of the draft on the server; 0 where there is none. */
  version: number;
  status: KeeperStatus;
  /** The files that someone else changed as well. */
  clashes: string[];
  /** Why the server refused it for good. */
  refusal: Error | undefined;
  /** What was typed here before and not sent is in it again. */
  isRestored: boolean;
};

type KeeperOptions = {
  page: AuthoringPage;
  storage: Pick<KeyValueStorage, "getItem" | "setItem" | "removeItem">;
  /** The name under which the device keeps what is not saved yet. */
  key: string;
  save: (draft: { files: SourceFiles; version: number }) => Promise<AuthoringPage>;
  /** The module as the server has it now. */
  reload: () => Promise<AuthoringPage>;
};

const pauseMs = 2_000;
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;
/** So often in a row someone else may come first before we wait a while. */
const mostConflicts = 3;

const textOf = ({ draft, current }: AuthoringPage): SourceFiles => draft?.files ?? current;

/**
 * Keeps a draft: on the device with every letter, on the server once one pauses. Someone else's save is met file by file:
 * where only one of the two changed a file, both changes stay; where both did, the person decides and nothing is sent until then.
 */
export function createDraftKeeper({ page, storage, key, save, reload }: KeeperOptions) {
  let theirs = textOf(page);
  let version = page.version;
  let edits: Edits = editsLeft(parseEdits(storage.getItem(key)), theirs);
  let progress: { status: KeeperStatus; refusal: Error | undefined } = { status: "saved", refusal: undefined };
  let isRestored = Object.keys(edits).length > 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  const listeners = new Set<() => void>();

  let shown: SourceFiles = {};
  const isSaved = () => Object.keys(edits).length === 0;
  const stateNow = (): KeeperState => {
    const clashes = clashesIn(edits, theirs);
    const status = clashes.length > 0 ? "clash" : progress.status;
    const files = withEdits(theirs, edits);
    // The same text stays the same object: whoever looks at it does so once.
    return {
      files: isSameText(files, shown) ? shown : (shown = files),
      theirs,
      version,
      clashes,
      isRestored,
      status,
      refusal: progress.refusal,
    };
  };
  let state = stateNow();

  const tell = (status: KeeperStatus, refusal?: Error) => {
    progress = { status, refusal };
    state = stateNow();
    for (const listener of listeners) listener();
  };
  const change = (next: Edits) => {
    edits = next;
    if (isSaved()) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(edits));
  };
  const later = (durationMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), durationMs);
  };
  const meet = (next: AuthoringPage) => {
    theirs = textOf(next);
    version = next.version;
    change(editsLeft(edits, theirs));
  };

  const sendAll = async (): Promise<void> => {
    let conflicts = 0;
    while (!isSaved() && clashesIn(edits, theirs).length === 0) {
      tell("saving");
      const files = withEdits(theirs, edits);
      try {
        const answer = await save({ files, version });
        theirs = files;
        version = answer.version;
        failures = 0;
        isRestored = false;
        change(editsAfterSaving(edits, files));
        // What was typed meanwhile waits for its own pause.
        if (!isSaved()) return wait();
      } catch (error) {
        const problem = error instanceof ApiProblem ? error : undefined;
        if (problem?.code !== "conflict" || ++conflicts > mostConflicts) return stopped(error as Error, problem);
        try {
          meet(await reload());
        } catch (cause) {
          return stopped(cause as Error, cause instanceof ApiProblem ? cause : undefined);
        }
      }
    }
    tell("saved");
  };
  const wait = () => {
    tell("waiting");
    later(pauseMs);
  };
  const stopped = (error: Error, problem: ApiProblem | undefined) => {
    if (problem && !problem.isTemporary && problem.code !== "conflict") return tell("refused", error);
    tell(problem?.status === 401 ? "signedOut" : "unreachable");
    if (problem?.status !== 401) later(Math.min(firstRetryMs * 2 ** failures++, longestRetryMs));
  };

  /** Saves now what waits; resolves when it is saved, or when it cannot be for the time being. */
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running ??= sendAll().finally(() => {
      running = undefined;
    });
    return running;
  };

  if (isRestored) wait();

  return {
    state: (): KeeperState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush,
    /** A file becomes `text`, or goes where that is `null`. */
    write(file: string, text: string | null): void {
      change(edited(edits, theirs, file, text));
      wait();
    },
    /** All files become these. */
    writeAll(files: SourceFiles): void {
      const names = new Set([...Object.keys(files), ...Object.keys(state.files)]);
      change([...names].reduce((next, name) => edited(next, theirs, name, files[name] ?? null), edits));
      wait();
    },
    /** The server has this now: someone saved, published or discarded. While a save is under way its answer counts. */
    meet(next: AuthoringPage): void {
      const isNews = next.version !== version || !isSameText(textOf(next), theirs);
      if (running || !isNews) return;
      meet(next);
      if (isSaved()) tell("saved");
      else wait();
    },
    /** Decides a clash; once the last one is, the draft is saved. */
    settle(file: string, choice: "mine" | "theirs"): void {
      change(settled(edits, theirs, file, choice));
      wait();
    },
    /** Forgets what was typed here and takes the server's text. */
    forget(next: AuthoringPage): void {
      clearTimeout(timer);
      edits = {};
      meet(next);
      isRestored = false;
      tell("saved");
    },
  };
}

/** A keeper of one module's draft. */
export type DraftKeeper = ReturnType<typeof createDraftKeeper>;
