import { openBrowser } from "./browser.ts";
import { signInAs, phone, desktop } from "./people.ts";
const origin = process.argv[2]!;
const jobs: [string, string[]][] = JSON.parse(process.argv[3]!);
const browser = await openBrowser();
for (const [who, paths] of jobs) {
  const { page, context } = await signInAs(browser, origin, who);
  page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") console.log(who, m.text().slice(0, 300)); });
  page.on("pageerror", (e) => console.log("PAGEERROR", who, e.message.slice(0, 300)));
  page.on("response", async (r) => { if (r.status() >= 400) console.log(who, r.status(), r.url(), (await r.text().catch(() => "")).slice(0, 300)); });
  for (const path of paths) {
    for (const [n, v] of [["d", desktop], ["p", phone]] as const) {
      await page.setViewportSize(v);
      await page.goto(origin + path, { waitUntil: "networkidle" });
      const f = `/tmp/shots/${who.split(" ")[0]}${path.replace(/[^a-z0-9]+/gi, "_").slice(0, 40)}-${n}.png`;
      await page.screenshot({ path: f, fullPage: true });
      console.log(f, await page.title());
    }
  }
  await context.close();
}
await browser.close();
