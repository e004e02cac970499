import { beforeEach, describe, expect, it } from "vitest";
import { ApiProblem } from "../../web/app/api.ts";
import { intentKeys } from "../../web/app/intents.ts";
import { fileSender, wasEnded } from "../../web/learn/file-sender.ts";

const plan = (words = "%PDF my plan", lastModified = 1) => new File([words], "plan.pdf", { lastModified });
const offline = () => new ApiProblem(0, { code: "offline" });

/** A way on which each step is noted, and on which the next arrival may meet something. */
let steps: string[];
let atArrival: (() => unknown)[];
let sender: ReturnType<typeof fileSender>;
beforeEach(() => {
  steps = [];
  atArrival = [];
  let places = 0;
  sender = fileSender(
    {
      place: async () => ({ id: `fil_${++places}`, address: "/", headers: {} }),
      put: async ({ address }, file, { onSent }) => {
        steps.push(`put ${file.name} at ${address}`);
        onSent(file.size);
      },
      tellArrived: async (fileId) => {
        steps.push(`arrival ${fileId}`);
        return atArrival.shift()?.();
      },
    },
    () => {},
  );
});
const handIn = (file?: File) =>
  sender.sendWith(file, async (fileId) => {
    steps.push(`hand in ${fileId}`);
    return fileId;
  });
const meets = (error: unknown) => () => {
  throw error;
};

describe("a file that is sent ahead", () => {
  it("is not sent again when the answer to its arrival was lost: that alone is asked again", async () => {
    atArrival = [meets(offline())];
    await expect(handIn(plan())).rejects.toMatchObject({ isOffline: true });
    expect(steps).toEqual(["put plan.pdf at /", "arrival fil_1"]);
    await handIn(plan());
    expect(steps.slice(2)).toEqual(["arrival fil_1", "hand in fil_1"]);
  });

  it("is sent again in the same go when what had arrived is not there any more", async () => {
    atArrival = [meets(offline()), meets(new ApiProblem(404, { code: "not-found" }))];
    await expect(handIn(plan())).rejects.toMatchObject({ isOffline: true });
    steps = [];
    expect(await handIn(plan())).toBe("fil_2");
    expect(steps).toEqual(["arrival fil_1", "put plan.pdf at /", "arrival fil_2", "hand in fil_2"]);
  });

  it("is another file once it was changed on the device, whatever its name", async () => {
    atArrival = [meets(offline())];
    await expect(handIn(plan())).rejects.toMatchObject({ isOffline: true });
    expect(await handIn(plan("%PDF my plan, mended", 2))).toBe("fil_2");
  });

  it("that is refused stays refused until it is sent anew, and is told as it was told", async () => {
    const refused = new ApiProblem(415, { code: "unsupported-file" });
    atArrival = [meets(refused)];
    await expect(handIn(plan())).rejects.toBe(refused);
    expect(await handIn(plan())).toBe("fil_2");
  });

  it.each(["left", "stopped"] as const)("hands nothing in when its person %s while it was being looked at", async (how) => {
    atArrival = [() => sender.end(how)];
    expect(wasEnded(await handIn(plan()).catch((error: unknown) => error), how)).toBe(true);
    expect(steps).toEqual(["put plan.pdf at /", "arrival fil_1"]);
    // Sent again after all: it lies there, and is handed in.
    expect(await handIn(plan())).toBe("fil_1");
    expect(steps.slice(2)).toEqual(["hand in fil_1"]);
  });
});

describe("the key of an intent", () => {
  it("stays through all tries of the same words and file, and is another for another file alone", () => {
    const keys = intentKeys();
    const first = keys.keyFor({ text: "My plan.", file: plan() });
    expect(keys.keyFor({ text: "My plan.", file: plan() })).toBe(first);
    const second = keys.keyFor({ text: "My plan.", file: plan("%PDF another", 2) });
    expect(second).not.toBe(first);
    expect(keys.keyFor({ text: "My plan." })).not.toBe(second);
  });

  it("is another once the first was answered", () => {
    const keys = intentKeys();
    const first = keys.keyFor(undefined);
    expect(keys.keyFor(undefined)).toBe(first);
    keys.answered();
    expect(keys.keyFor(undefined)).not.toBe(first);
  });
});
