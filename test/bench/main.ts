import { demoSizes } from "../../infra/local/demo/district.ts";
import { openBrowser } from "../support/browser.ts";
import type { LocalServer } from "../support/local-server.ts";
import { signInAs } from "../support/people.ts";
import { measureCertify } from "./certify.ts";
import { measureModuleLoad } from "./module-load.ts";
import { measureReads, openBenchDistrict } from "./bench-district.ts";
import { measureScale } from "./scale.ts";
import { measurePage, type PageCost } from "./request-cost.ts";
import { measureStart } from "./start-time.ts";
import { measureUnderLoad } from "./under-load.ts";
import { largestChunkKB, measureVisit } from "./web-sizes.ts";

const manySchools = { schools: { elementary: 100, middle: 60, high: 40 }, teachersPerSchool: 8 };

/** What `--scale` measures; `--scale=10` is a tenth of the people at as many schools, to try the bench itself. */
const share = Number(/^--scale=(\d+)$/.exec(process.argv.find((one) => one.startsWith("--scale")) ?? "")?.[1] ?? 1);
const thousandSchools = { schools: 1_000, staff: 100_000 / share, hot: 5_000 / share };

/** `npm run bench`: every figure a ratio in one run, or a size; `--json` prints one object and nothing else. */
const isJson = process.argv.includes("--json");
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  process.env.LOG_LEVEL = "error";
  if (process.argv.some((one) => one.startsWith("--scale"))) return print(await measureScale(thousandSchools, say));
  if (process.argv.includes("--certify")) return print(await measureCertify());
  say("Bundles …");
  const bundles = await measureModuleLoad();
  say("First start and restart …");
  const { server, ...start } = await measureStart();
  say("Pages in a browser …");
  const visits = await measureVisits(server);
  await server.stop();
  say("What each page costs …");
  const costs = await measureCosts();
  say("10,000 people, 50 schools …");
  const load = await measureUnderLoad();
  const figures = { ...bundles, ...costs, ...visits, ...start, ...load };
  print(figures);
}

function print(figures: object): void {
  process.stdout.write(isJson ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

async function measureVisits(server: LocalServer) {
  const browser = await openBrowser();
  const visitAs = (who: string, path: string) =>
    measureVisit({ address: server.origin + path, signIn: async () => (await signInAs(browser, server.origin, who)).context });
  const learner = await visitAs("Maya Torres", "/");
  const lead = await visitAs("Elena Brooks", "/district");
  await browser.close();
  return {
    webLearnerJsGzKB: learner.jsGzKB,
    webLearnerCssGzKB: learner.cssGzKB,
    webLeadJsGzKB: lead.jsGzKB,
    webLargestChunkGzKB: largestChunkKB(),
    firstVisitKB: learner.allKB,
  };
}

async function measureCosts() {
  const district = await openBenchDistrict(demoSizes.standard, { hasHistory: true });
  const costs: PageCost[] = [];
  for (const page of district.pages) costs.push(await measurePage({ ...district, page }));
  const reads12 = await measureReads(district);
  await district.close();
  const large = await openBenchDistrict(manySchools, { hasHistory: false });
  const reads200 = await measureReads(large);
  await large.close();
  return {
    requestRatio: Object.fromEntries(costs.map(({ name, ratio }) => [name, ratio])),
    requestMs: Object.fromEntries(costs.map(({ name, apiMs }) => [name, apiMs])),
    reads: { schools12: reads12, schools200: reads200 },
  };
}

await main();
