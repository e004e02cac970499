import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { demoInBrowser } from "../support/demo.ts";
import { phone, signInAs } from "../support/people.ts";

const { server, browser } = await demoInBrowser();

const opening = "Here is a plainer version.";
const ours = "Here is how our district says it.";
const note = "What changes, in a few words";
const textOf = (page: Page) => page.getByRole("textbox", { name: /^Text of/ });
const saved = (page: Page) => page.getByText(/^Saved [A-Z]/);
const previewOf = (page: Page) => page.getByRole("region", { name: "As staff will see it" });
const administrator = (path: string, viewport?: typeof phone) =>
  signInAs(browser, server.origin, "Sam Whitfield", { at: path, ...(viewport && { viewport }) });

async function replace(page: Page, from: string, to: string): Promise<void> {
  const text = await textOf(page).inputValue();
  expect(text).toContain(from);
  await textOf(page).fill(text.replace(from, to));
}

describe("an administrator", () => {
  it("adapts a lesson, sees it as they type, publishes it so that those who had read it are asked again, and goes back", async () => {
    const { context, page } = await administrator("/admin/content");
    await page.getByRole("link", { name: /^One system/ }).click();
    await page.getByRole("link", { name: "Open the editor" }).click();
    await previewOf(page).getByText(opening).waitFor();
    await replace(page, opening, ours);
    await previewOf(page).getByText(ours).waitFor();

    // A mistake is named with its place, and one press puts the caret there.
    await replace(page, ours, `${ours}\n\n:::nonsense\n\n`);
    await page.getByRole("button", { name: /^Mistake.*nonsense/ }).click();
    const caret = await textOf(page).evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart).slice(0, 11));
    expect(caret).toBe(":::nonsense");
    await previewOf(page).getByText(ours).waitFor();
    await replace(page, "\n\n:::nonsense\n\n", "");
    await page.getByText("No mistakes.").waitFor();
    await saved(page).waitFor();

    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await page.locator("ins", { hasText: "how our district says it" }).waitFor();
    await page.getByRole("link", { name: "Publish", exact: true }).click();
    await page.getByText(/\d+ people have finished it, \d+ (is|are) in it now, \d+ (has|have) it ahead\./).waitFor();
    await page.getByRole("button", { name: "Look it over and publish" }).click();
    await page.getByText("Say in a few words what changes").waitFor();
    await page.getByLabel(note).fill("Our own opening");
    await page.getByLabel("1. Why one system").check();
    await page.getByRole("button", { name: "Look it over and publish" }).click();
    await page.getByRole("dialog").getByText("read again: Why one system").waitFor();
    await page.getByRole("button", { name: "Publish now" }).click();
    await page.getByText("Edition 1 is in force").waitFor();

    const reader = await signInAs(browser, server.origin, "Maya Torres", { at: "/learn/m01/lesson/why-one-system", viewport: phone });
    await reader.page.getByText(ours).waitFor();
    await reader.page.getByText("Your district changed this lesson since you read it").waitFor();
    await reader.context.close();

    await page.getByRole("link", { name: "To the overview" }).click();
    await page.getByRole("button", { name: "Go back to the shipped module" }).click();
    await page.getByLabel(note).fill("As it was");
    await page.getByRole("dialog").getByRole("button", { name: "Go back to the shipped module" }).click();
    await page.getByText("since edition 2 went back to it").waitFor();
    await context.close();
  });

  it("loses nothing of what they typed by a lost connection and a closed page", async () => {
    const { context, page } = await administrator("/admin/content/m02/edit?file=job-aid.md", phone);
    await textOf(page).waitFor();
    await context.setOffline(true);
    await textOf(page).press("ControlOrMeta+End");
    await textOf(page).pressSequentially("Typed on a train.");
    await page.getByText("What you type is kept on this device").waitFor();
    await context.setOffline(false);
    await page.reload();
    expect(await textOf(page).inputValue()).toContain("Typed on a train.");
    await saved(page).waitFor();
    await context.close();
  });

  it("who writes the same text as a colleague is shown both and decides", async () => {
    const path = "/admin/content/m03/edit?file=job-aid.md";
    const [one, two] = [await administrator(path), await administrator(path)];
    await textOf(one.page).waitFor();
    await textOf(two.page).press("ControlOrMeta+End");
    await textOf(two.page).pressSequentially("Theirs.");
    await saved(two.page).waitFor();
    await textOf(one.page).press("ControlOrMeta+End");
    await textOf(one.page).pressSequentially("Mine.");
    await one.page.locator("del", { hasText: "Theirs." }).waitFor();
    await one.page.locator("ins", { hasText: "Mine." }).waitFor();
    await one.page.getByRole("button", { name: /^Keep mine/ }).click();
    await saved(one.page).waitFor();
    expect(await textOf(one.page).inputValue()).toContain("Mine.");
    await one.context.close();
    await two.context.close();
  });

  it("begins a module of their own, which nobody can publish before it is whole", async () => {
    const { context, page } = await administrator("/admin/content");
    await page.getByRole("button", { name: "Write a module of our own" }).first().click();
    await page.getByLabel("Title").fill("Our reading program");
    await page.getByRole("dialog").getByRole("button", { name: "Write a module of our own" }).click();
    await page.getByRole("heading", { level: 1, name: "Our reading program" }).waitFor();
    await page.getByText(/^\d+ mistakes/).waitFor();
    await page.getByRole("button", { name: "Add a lesson" }).click();
    await saved(page).waitFor();
    expect(await textOf(page).inputValue()).toContain("id: lesson-4");
    await page.getByRole("link", { name: "Publish", exact: true }).click();
    await page.getByText("A text with mistakes cannot be published.").waitFor();
    expect(await page.getByRole("button", { name: "Look it over and publish" }).count()).toBe(0);
    await page.goto(`${server.origin}/admin/content`);
    await page.getByRole("row", { name: /Our reading program.*Draft.*Not published yet/ }).waitFor();
    await context.close();
  });
});

it("a module is looked at as any role meets it, and nothing of that is recorded", async () => {
  const { context, page } = await administrator("/admin/content/m04/preview?role=teacher");
  const written: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && written.push(new URL(request.url()).pathname));
  await page.reload();
  await page.getByText(/Module \d+ of \d+ on this path, due \d+ days after/).waitFor();
  await page.getByLabel("See it as").selectOption({ label: "School psychologist" });
  await page.getByLabel("Part of the module").selectOption({ label: "Knowledge check" });
  await page.getByRole("radio").first().check();
  await page.getByLabel("Part of the module").selectOption({ label: "Practice and rubric" });
  await page.getByRole("rowheader").first().waitFor();
  expect([...new Set(written)]).toEqual(["/api/authoring/m04/preview"]);
  await context.close();
});
