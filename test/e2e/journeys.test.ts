import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ModuleAnswers } from "../../functions/curriculum/content.ts";
import { oneRosterBundle } from "../../infra/local/demo/bundle.ts";
import { demoSizes } from "../../infra/local/demo/district.ts";
import { makeRoster } from "../../infra/local/demo/people.ts";
import { seededRandom } from "../../infra/local/demo/random.ts";
import { accessibilityProblems } from "../support/axe.ts";
import { demoInBrowser } from "../support/demo.ts";
import { desktop, phone, signInAs } from "../support/people.ts";

const { server, browser } = await demoInBrowser();

/** Presses a control by keyboard alone: it must be reachable, and Enter must do what a click does. */
async function press(page: Page, role: "button" | "link", name: string | RegExp): Promise<void> {
  const control = page.getByRole(role, { name }).first();
  await control.focus();
  expect(await control.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
}

/** The right choice of the situation on the page, from the bank that never reaches a browser. */
async function chooseRightly(page: Page, moduleId: string): Promise<void> {
  const bank = JSON.parse(readFileSync(`dist/content/answers/${moduleId}.json`, "utf8")) as ModuleAnswers;
  const text = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
  const item = bank.items.find(
    ({ question, scenario }) =>
      text.includes(question.replaceAll(/\s+/g, " ").trim()) && text.includes(scenario.replaceAll(/\s+/g, " ").trim().slice(0, 60)),
  );
  const right = item?.choices.find(({ correct }) => correct);
  if (!right) throw new Error(`no situation of ${moduleId} is on the page`);
  const radio = page.getByRole("radio", { name: right.text.trim(), exact: false });
  await radio.focus();
  await page.keyboard.press("Space");
}

/** Answers every situation rightly and hands the check in. */
async function answerCheck(page: Page, moduleId: string): Promise<void> {
  await press(page, "button", /^(Start|Continue where I stopped|Try again)/);
  for (;;) {
    await page.getByRole("radio").first().waitFor();
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    await chooseRightly(page, moduleId);
    const isLast = await page.getByRole("button", { name: "Review my answers" }).isVisible();
    await press(page, "button", isLast ? "Review my answers" : "Next");
    await page.locator("h1").filter({ hasNotText: heading }).waitFor();
    if (isLast) break;
  }
  await press(page, "button", "Hand it in");
}

async function passCheck(page: Page, moduleId: string): Promise<void> {
  await answerCheck(page, moduleId);
  await page.getByRole("heading", { name: /^Passed/ }).waitFor();
}

/** Larger than an answer of the API may be: it reaches neither her coach nor the store through it. */
const plan = Buffer.alloc(8_000_000, "%PDF-1.7 ");
const evidence =
  "I asked my grade-level team to say the three parts back to me. Two of three were right; I changed the wording of the middle one.";

describe("a teacher on a phone", () => {
  it("reads the next lessons, passes the check and sends practice to the coach, by keyboard", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Maya Torres", { viewport: phone });
    await page.goto(`${server.origin}/learn/m12/next`);
    for (let lesson = 1; lesson <= 4; lesson++) {
      const title = await page.getByRole("heading", { level: 1 }).innerText();
      await press(page, "button", /^Mark done and/);
      await page.locator("h1").filter({ hasNotText: title }).waitFor();
    }
    await page.waitForURL(/\/learn\/m12\/check/);
    await passCheck(page, "m12");
    await page.goto(`${server.origin}/learn/m12/practice`);
    await page.getByRole("textbox").first().fill(evidence);
    await page.locator("input[type=file]").setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: plan });
    await page.getByRole("checkbox", { name: /No student can be recognized/ }).check();
    await press(page, "button", "Send for review");
    await page.getByText(/^Sent on /).waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
    await context.close();
  });
});

describe("a paraprofessional whose connection dies", () => {
  it("finishes the module on her phone, and all of it arrives once, in the order she did it", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Denise Walker", { viewport: phone });
    const moduleId = "m17";
    const lessons = await page.evaluate(
      async (id) =>
        ((await (await fetch(`/api/modules/${id}`)).json()) as { module: { lessons: { id: string }[] } }).module.lessons.map(
          (one) => one.id,
        ),
      moduleId,
    );
    const arrived: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (request.method() !== "GET" && pathname.startsWith(`/api/modules/${moduleId}`))
        arrived.push(pathname.split("/").slice(4).join("/"));
    });
    const questions = page.waitForResponse((response) => response.url().endsWith(`/api/modules/${moduleId}/attempts`));
    const pages = page.waitForResponse((response) => response.url().includes("/assets/practice-page"));
    await page.goto(`${server.origin}/learn/${moduleId}/lesson/${lessons[0]}`);
    for (const response of await Promise.all([questions, pages])) await response.finished();
    // A lesson that is opened by its address is where one is, too.
    await expect.poll(() => arrived).toContain("place");

    await context.setOffline(true);
    arrived.length = 0;
    for (const _ of lessons) {
      const title = await page.getByRole("heading", { level: 1 }).innerText();
      await press(page, "button", /^Mark done and/);
      await page.locator("h1").filter({ hasNotText: title }).waitFor();
    }
    await answerCheck(page, moduleId);
    await page.getByRole("heading", { name: "Handed in on this device" }).waitFor();
    await press(page, "link", "On to the practice task");
    await page.getByRole("textbox").first().fill(evidence);
    await page.getByRole("checkbox", { name: /No student can be recognized/ }).check();
    await press(page, "button", "Send for review");
    await page.getByText("sent for review by itself").waitFor();

    arrived.length = 0;
    await context.setOffline(false);
    await page.getByText(/^Sent on /).waitFor();
    const state = await page.evaluate(async (id) => {
      const read = async (path: string) => (await fetch(path)).json();
      const [{ enrollment }, evidences] = await Promise.all([read(`/api/modules/${id}`), read(`/api/modules/${id}/practice`)]);
      return {
        lessons: enrollment.lessonsDone.length,
        attempts: enrollment.check.attempts,
        isPassed: Boolean(enrollment.check.passedAt),
        evidences: evidences.length,
      };
    }, moduleId);
    expect(state).toEqual({ lessons: lessons.length, attempts: 1, isPassed: true, evidences: 1 });
    const inOrder = arrived.filter((path) => path !== "place").map((path) => path.replace(/^attempts\/\d+\//, ""));
    const kinds = inOrder.map((path) => (path.startsWith("lessons/") ? "lesson" : path));
    expect(kinds.filter((kind, i) => kind !== kinds[i - 1])).toEqual(["lesson", "answers", "submission", "practice"]);
    await context.close();
  });
});

describe("a coach", () => {
  it("finds what waits, reviews it against the rubric and accepts it, by keyboard", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Jordan Ellis", { viewport: desktop });
    await page.goto(`${server.origin}/coach`);
    await page.getByRole("link", { name: /^Review the longest wait/ }).waitFor();
    const all = page.getByRole("button", { name: /^Show all \d+$/ }).first();
    if (await all.isVisible()) await all.click();
    const href = await page
      .getByRole("link", { name: /^Review Maya Torres/ })
      .first()
      .getAttribute("href");
    await page.goto(`${server.origin}${href?.replace(/\/m\d+$/, "")}/m12/1`);
    await page.getByText(evidence).waitFor();
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /plan\.pdf/ }).click()]);
    expect(saved.suggestedFilename()).toBe("plan.pdf");
    expect(readFileSync(await saved.path()).equals(plan)).toBe(true);
    for (const radio of await page.getByRole("radio", { name: /^Meets/ }).all()) {
      await radio.focus();
      await page.keyboard.press("Space");
    }
    await page.getByRole("textbox", { name: /Your comment/ }).fill("Clear and specific. Keep naming the next step.");
    await press(page, "button", "Accept");
    await page.waitForURL((url) => !url.pathname.endsWith("/m12/1"));
    await context.close();

    const teacher = await signInAs(browser, server.origin, "Maya Torres");
    await teacher.page.goto(`${server.origin}/learn/m12`);
    await teacher.page.getByRole("heading", { level: 1 }).waitFor();
    const state = await teacher.page.evaluate(
      async () => ((await (await fetch("/api/modules/m12")).json()) as { enrollment: { state: string } }).enrollment.state,
    );
    expect(state).toBe("completed");
    // Whoever completed a module is asked how it was.
    await press(teacher.page, "button", "Say how it was");
    expect(await accessibilityProblems(teacher.page, { within: "form" })).toEqual([]);
    for (const radio of await teacher.page.getByRole("radio", { name: "Strongly agree" }).all()) {
      await radio.focus();
      await teacher.page.keyboard.press("Space");
    }
    await press(teacher.page, "button", "Save");
    await teacher.page.getByRole("button", { name: "Change it" }).waitFor();
    await teacher.context.close();
  });

  it("reminds someone, and one mail goes out", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Jordan Ellis");
    const people = page.getByRole("button", { name: /^Remind/ });
    await page.goto(`${server.origin}/coach`);
    await people.first().waitFor();
    await people.first().focus();
    await page.keyboard.press("Enter");
    await press(page, "button", "Send the reminder");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await context.close();
    const inbox = await browser.newPage();
    const mails = async (): Promise<number> => {
      await inbox.goto(`${server.origin}/inbox?q=Jordan`);
      return inbox.locator("article").count();
    };
    await expect.poll(mails, { timeout: 10_000 }).toBeGreaterThanOrEqual(1);
    await inbox.close();
  });

  it("assigns to a role of the caseload on a date in the summer, and reads the date it moves to before confirming", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Jordan Ellis");
    await page.goto(`${server.origin}/assign`);
    await page.getByRole("checkbox", { name: /^Amara Jackson/ }).waitFor();
    expect(await page.getByRole("group", { name: "People on your caseload" }).innerText()).toMatch(/Paraprofessional · .+ Elementary/);
    await page.getByRole("radio", { name: "Everyone at schools, or in roles" }).check();
    await page.getByRole("checkbox", { name: "Paraprofessional" }).check();
    await page.getByRole("combobox", { name: "Module" }).selectOption({ index: 24 });
    await page.getByRole("radio", { name: "On one date" }).check();
    await page.getByLabel("Date", { exact: true }).fill("2026-07-06");
    await press(page, "button", "Show who gets it");
    await page.getByText("July 6 is no school day (summer), so it moves to August 25.").waitFor();
    await page.getByText("Nobody gets an e-mail about it").waitFor();
    expect(await page.getByRole("row", { name: /Amara Jackson/ }).innerText()).toContain("August 25");
    await press(page, "button", /^Assign (it|to)/);
    await page.getByText(/^Assigned to/).waitFor();
    await context.close();
  });
});

describe("a district leader", () => {
  it("reads what can be counted on, follows a figure to its people and takes the same numbers away", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Elena Brooks", { at: "/district" });
    await page.getByRole("heading", { name: "What we can count on" }).waitFor();
    const shown = await page.locator("main").innerText();
    const csv = await page.evaluate(async () => (await fetch("/api/engagement/district.csv?metric=transfer")).text());
    const [, numerator, denominator] = /(\d[\d,]*) of (\d[\d,]*)/.exec(shown) ?? [];
    expect(csv.split(/\r?\n/).find((line) => line.startsWith("Total: "))).toContain(
      `${numerator?.replaceAll(",", "")},${denominator?.replaceAll(",", "")}`,
    );
    await press(page, "link", "Maple Grove Elementary");
    await page.getByRole("heading", { level: 1, name: /Maple Grove/ }).waitFor();
    await context.close();
  });
});

describe("a school leader", () => {
  it("sees their own school and is refused the district and another school", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Priya Raman", { at: "/school" });
    await page.getByRole("heading", { level: 1, name: "Maple Grove Elementary" }).waitFor();
    const refusals = await page.evaluate(async () => {
      const status = async (path: string) => (await fetch(path)).status;
      const schools = (await (await fetch("/api/schools")).json()) as
        | { schools?: { id: string; name: string }[] }
        | { id: string; name: string }[];
      const other = (Array.isArray(schools) ? schools : (schools.schools ?? [])).find(({ name }) => !name.startsWith("Maple Grove"));
      return [
        await status("/api/engagement/district"),
        await status(`/api/engagement/schools/${other?.id}`),
        await status("/api/roster/imports"),
      ];
    });
    expect(refusals).toEqual([403, 404, 403]);
    await context.close();
  });

  it("begins at their school, finds what waits for a review there, and keeps the frame where there is no page for them", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Priya Raman");
    await page.waitForURL(/\/school\//);
    const school = page.url();
    await press(page, "link", /wait(s)? for a review$/);
    await page.getByRole("heading", { level: 1, name: "Waiting for a review" }).waitFor();
    await press(page, "link", /^Review/);
    await page.waitForURL(/\/review\/stf_[^/]+\/m\d+\/\d+/);
    const reviewed = page.url();
    await page.getByRole("radio").first().waitFor();
    for (const radio of await page.getByRole("radio", { name: /^Meets/ }).all()) await radio.check();
    await press(page, "button", "Accept");
    // On to the next that waits, as a coach is led; not back to the school.
    await page.waitForURL((url) => url.pathname.startsWith("/review/") && url.href !== reviewed);
    const navigation = page.getByRole("navigation", { name: "Main" });
    for (const [path, title] of [
      ["/admin/people", "This page is not part of your role"],
      ["/no/such/page", "There is no page here"],
    ] as const) {
      await page.goto(server.origin + path);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      expect(await navigation.isVisible()).toBe(true);
    }
    await page.goto(school);
    await page.getByRole("heading", { level: 1, name: "Maple Grove Elementary" }).waitFor();
    await context.close();
  });
});

describe("an administrator", () => {
  it("imports a roster and reads, row by row, what to correct; the same file again changes nothing", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Sam Whitfield", {
      at: "/admin/roster",
      district: "Cedar Ridge Schools",
    });
    const files = oneRosterBundle(makeRoster(demoSizes.tiny, "Cedar Ridge Schools", "cedar-ridge.example", seededRandom(7)));
    const withFault = { ...files, "roles.csv": `${files["roles.csv"]}r-x,,,p0010,secondary,juggler,,,e1\r\n` };
    const bundle = zipSync(Object.fromEntries(Object.entries(withFault).map(([name, text]) => [name, strToU8(text)])));
    const file = { name: "roster.zip", mimeType: "application/zip", buffer: Buffer.from(bundle) };
    for (const outcome of ["first", "again"]) {
      await page.goto(`${server.origin}/admin/roster`);
      await page.locator('input[accept^=".zip"]').setInputFiles(file);
      await press(page, "button", "Show what it changes");
      if (outcome === "again") await page.getByText("This file changes nothing").waitFor();
      await press(page, "button", "Apply");
      await page.getByText("The good rows are in.").waitFor();
      await page
        .getByText(/juggler/)
        .first()
        .waitFor();
    }
    const reports = await page.evaluate(async () => JSON.stringify(await (await fetch("/api/roster/imports")).json()));
    expect(reports).toMatch(/"staff":\{"added":0,"changed":0,"unchanged":\d+,"ended":0,"moved":0\}/);
    await context.close();
  });

  it("is told that there is no rule at the address of none, inside the frame", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Sam Whitfield", { at: "/admin/rules/rul_nowhere" });
    await page.getByRole("heading", { level: 1, name: "There is no page here" }).waitFor();
    expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(true);
    await context.close();
  });

  it("is told that a file would end their own access, and cannot apply it without saying why and that they know", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Sam Whitfield", {
      at: "/admin/roster",
      district: "Cedar Ridge Schools",
    });
    const bundle = zipSync({
      "manifest.csv": strToU8("propertyName,value\r\noneroster.version,1.2\r\nfile.orgs,bulk\r\nfile.users,bulk\r\nfile.roles,bulk\r\n"),
      "orgs.csv": strToU8("sourcedId,name,type\r\ndistrict,Cedar Ridge Schools,district\r\nnew,New School,school\r\n"),
      "users.csv": strToU8(
        "sourcedId,enabledUser,givenName,familyName,email\r\nx1,true,Robin,Ash,robin@cedar-ridge.example\r\nx2,true,,Birch,lee@cedar-ridge.example\r\n",
      ),
      "roles.csv": strToU8("userSourcedId,roleType,role,orgSourcedId\r\nx1,primary,teacher,new\r\nx2,primary,juggler,new\r\n"),
    });
    await page
      .locator('input[accept^=".zip"]')
      .setInputFiles({ name: "roster.zip", mimeType: "application/zip", buffer: Buffer.from(bundle) });
    await press(page, "button", "Show what it changes");
    await page.getByText(/ends your own access/).waitFor();
    await press(page, "button", "Confirm and apply");
    await page.getByText("Say why this is right. Nothing was applied.").waitFor();
    await press(page, "button", "Discard");
    await page.getByText("Nothing of this file was applied.").waitFor();
    expect(await page.evaluate(async () => (await fetch("/api/session")).status)).toBe(200);
    await context.close();
  });
});

describe("a certificate", () => {
  it("is verified by anyone, signed out and without JavaScript, and gives away nothing else", async () => {
    const { context, page } = await signInAs(browser, server.origin, "Elena Brooks", { at: "/certificates" });
    const { certificates } = await page.evaluate(
      async () => (await fetch("/api/my/certificates")).json() as Promise<{ certificates: { verifyUrl: string }[] }>,
    );
    await context.close();
    const outsider = await browser.newContext({ javaScriptEnabled: false });
    const look = await outsider.newPage();
    await look.goto(certificates[0]?.verifyUrl ?? "");
    const text = await look.locator("main").innerText();
    expect(text).toContain("Elena Brooks");
    expect(await look.content()).not.toMatch(/stf_|@maple-valley/);
    const unknown = await look.goto(`${server.origin}/verify/00000000000000000000000000000000`);
    expect(unknown?.status()).toBe(404);
    await outsider.close();
  });
});
