import type { Browser, BrowserContext, Page } from "playwright-core";

export const phone = { width: 360, height: 780 };
export const desktop = { width: 1280, height: 900 };

/** A signed-in person's browser: their own context, as on their own machine. */
export async function signInAs(
  browser: Browser,
  origin: string,
  name: string,
  options: { viewport?: { width: number; height: number }; colorScheme?: "light" | "dark"; district?: string; at?: string } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: options.viewport ?? desktop,
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: "reduce",
    locale: "en-US",
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(`${origin}${options.at ?? "/"}`);
  await page.getByRole("link", { name: options.district ?? "Maple Valley Schools" }).click();
  await page.getByRole("link", { name }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/idp") && !url.pathname.startsWith("/auth"));
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { context, page };
}
