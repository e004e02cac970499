import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AuthoringPage, SourceFiles } from "../../functions/curriculum/contract.ts";
import { createDraftKeeper } from "../../web/admin/authoring/draft-keeper.ts";
import { ApiProblem } from "../../web/app/api.ts";
import { memoryStorage } from "../../web/app/outbox-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const shipped: SourceFiles = { "1-a.md": "one", "2-b.md": "two", "module.yaml": "id: m01" };
const key = "draft";
const offline = new ApiProblem(0, { code: "offline" });

/** A server that holds one draft, as the API does: a save of another version than the latest is a conflict. */
function server(current: SourceFiles = shipped) {
  let draft: SourceFiles | undefined;
  let version = 0;
  const sent: SourceFiles[] = [];
  const page = (): AuthoringPage => ({
    moduleId: "m01",
    isLocal: false,
    shipped: current,
    current,
    ...(draft && { draft: { files: draft, savedAt: "2026-11-02T15:00:00.000Z", savedBy: "Sam" } }),
    version,
    editions: [],
  });
  const put = (files: SourceFiles) => {
    draft = files;
    version++;
  };
  return {
    sent,
    page,
    put,
    discard: () => {
      draft = undefined;
      version++;
    },
    save: async (input: { files: SourceFiles; version: number }): Promise<AuthoringPage> => {
      if (input.version !== version) throw new ApiProblem(409, { code: "conflict" });
      sent.push(input.files);
      put(input.files);
      return page();
    },
  };
}

function open(api = server(), storage = memoryStorage(), save = api.save) {
  return { api, storage, keeper: createDraftKeeper({ page: api.page(), storage, key, save, reload: async () => api.page() }) };
}

describe("a draft being written", () => {
  test("is on the device with every letter and on the server once one pauses", async () => {
    const { api, storage, keeper } = open();
    for (const text of ["o", "on", "one!"]) keeper.write("1-a.md", text);
    expect(storage.getItem(key)).toContain("one!");
    expect(keeper.state()).toMatchObject({ status: "waiting", files: { "1-a.md": "one!" } });
    await vi.advanceTimersByTimeAsync(2_500);
    expect(api.sent).toEqual([{ ...shipped, "1-a.md": "one!" }]);
    expect(keeper.state()).toMatchObject({ status: "saved", version: 1 });
    expect(storage.getItem(key)).toBeNull();
  });

  test("is there again after the page was closed before it was saved, and is saved then", async () => {
    const { api, storage, keeper } = open(server(), memoryStorage(), () => Promise.reject(offline));
    keeper.write("1-a.md", "typed on a train");
    await vi.advanceTimersByTimeAsync(2_500);
    expect(keeper.state().status).toBe("unreachable");
    const next = open(api, storage);
    expect(next.keeper.state()).toMatchObject({ isRestored: true, files: { "1-a.md": "typed on a train" } });
    await vi.advanceTimersByTimeAsync(2_500);
    expect(api.page().draft?.files["1-a.md"]).toBe("typed on a train");
  });

  test("is sent by itself when the connection is back", async () => {
    const api = server();
    let isDown = true;
    const { keeper } = open(api, memoryStorage(), (draft) => (isDown ? Promise.reject(offline) : api.save(draft)));
    keeper.write("1-a.md", "later");
    await vi.advanceTimersByTimeAsync(10_000);
    isDown = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.page().draft?.files["1-a.md"]).toBe("later");
    expect(keeper.state().status).toBe("saved");
  });

  test("keeps what is typed while it is being saved", async () => {
    const api = server();
    let answer = () => {};
    const { keeper } = open(api, memoryStorage(), async (draft) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return api.save(draft);
    });
    keeper.write("1-a.md", "first");
    await vi.advanceTimersByTimeAsync(2_500);
    keeper.write("1-a.md", "first, and more");
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.state()).toMatchObject({ status: "waiting", files: { "1-a.md": "first, and more" } });
    await vi.advanceTimersByTimeAsync(2_500);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(api.page().draft?.files["1-a.md"]).toBe("first, and more");
  });

  test("is not sent over and over when the server refuses it, and stays on the device", async () => {
    let tries = 0;
    const { storage, keeper } = open(server(), memoryStorage(), () => {
      tries++;
      return Promise.reject(new ApiProblem(413, { code: "too-large", detail: "Too long." }));
    });
    keeper.write("1-a.md", "far too long");
    await vi.advanceTimersByTimeAsync(600_000);
    expect(tries).toBe(1);
    expect(keeper.state()).toMatchObject({ status: "refused", refusal: { message: "Too long." } });
    expect(storage.getItem(key)).toContain("far too long");
  });

  test("is nothing any more once it is taken back to the server's text", async () => {
    const { api, storage, keeper } = open();
    keeper.write("1-a.md", "other");
    keeper.write("1-a.md", "one");
    await vi.advanceTimersByTimeAsync(2_500);
    expect([api.sent, storage.getItem(key), keeper.state().status]).toEqual([[], null, "saved"]);
  });

  test("gives way to the server's text when it is discarded", async () => {
    const { api, keeper, storage } = open();
    keeper.write("1-a.md", "other");
    api.discard();
    keeper.forget(api.page());
    expect([keeper.state().files, storage.getItem(key)]).toEqual([shipped, null]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(api.sent).toEqual([]);
  });
});

describe("two people in one draft", () => {
  test("who changed different files both keep what they wrote", async () => {
    const { api, keeper } = open();
    keeper.write("1-a.md", "mine");
    api.put({ ...shipped, "2-b.md": "theirs" });
    await vi.advanceTimersByTimeAsync(2_500);
    expect(api.page().draft?.files).toEqual({ ...shipped, "1-a.md": "mine", "2-b.md": "theirs" });
    expect(keeper.state()).toMatchObject({ status: "saved", clashes: [] });
  });

  test("who changed the same file are asked, and nothing is sent or lost before", async () => {
    const { api, storage, keeper } = open();
    keeper.write("1-a.md", "mine");
    api.put({ ...shipped, "1-a.md": "theirs" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(keeper.state()).toMatchObject({
      status: "clash",
      clashes: ["1-a.md"],
      theirs: { "1-a.md": "theirs" },
      files: { "1-a.md": "mine" },
    });
    expect(api.sent).toEqual([]);
    // Also not when the page is opened anew.
    const next = open(api, storage).keeper;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(next.state()).toMatchObject({ status: "clash", files: { "1-a.md": "mine" } });
    expect(api.page().draft?.files["1-a.md"]).toBe("theirs");
  });

  test.each([
    ["mine", "mine"],
    ["theirs", "theirs"],
  ] as const)("who decide for %s have that saved", async (choice, text) => {
    const { api, keeper } = open();
    keeper.write("1-a.md", "mine");
    api.put({ ...shipped, "1-a.md": "theirs" });
    await vi.advanceTimersByTimeAsync(2_500);
    keeper.settle("1-a.md", choice);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(api.page().draft?.files["1-a.md"]).toBe(text);
    expect(keeper.state()).toMatchObject({ status: "saved", clashes: [], files: { "1-a.md": text } });
  });

  test("where an answer was lost on its way do not clash with themselves", async () => {
    const api = server();
    let isLost = true;
    const { keeper } = open(api, memoryStorage(), async (draft) => {
      const page = await api.save(draft);
      if (isLost) throw offline;
      return page;
    });
    keeper.write("1-a.md", "mine");
    await vi.advanceTimersByTimeAsync(2_500);
    isLost = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(keeper.state()).toMatchObject({ status: "saved", clashes: [], version: 1 });
  });

  test("see what the other saved when the page hears of it", () => {
    const { api, keeper } = open();
    api.put({ ...shipped, "2-b.md": "theirs" });
    keeper.meet(api.page());
    expect(keeper.state()).toMatchObject({ version: 1, files: { "2-b.md": "theirs" }, status: "saved" });
  });
});
