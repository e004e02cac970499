import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { idFrom } from "../../functions/platform/ids.ts";
import { startSession } from "../../functions/platform/session.ts";
import { openBenchDistrict } from "./bench-district.ts";
import { measureThroughput } from "./throughput.ts";

const size = { schools: { elementary: 25, middle: 15, high: 10 }, teachersPerSchool: 140 };
const learners = 64;

/** Requests a second at 16 clients over a local server with 10,000 staff and 50 schools: a learner's page, a lesson done, the district's page. */
export async function measureUnderLoad(): Promise<{ rps16: { myPath: number; completeLesson: number; district: number }; staff: number }> {
  const district = await openBenchDistrict(size, { hasHistory: false });
  const listener = getRequestListener(district.fetch);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cookies = await Promise.all(
    district.roster.staff.slice(-learners).map(async ({ sourcedId }) => {
      const staffId = idFrom("stf", district.districtId, sourcedId);
      return `__Host-throughline=${await startSession(district.table, district.clock.now(), { districtId: district.districtId, staffId })}`;
    }),
  );
  const cookie = (client: number, turn: number): string => cookies[(client * 4 + turn) % learners] ?? "";
  const catalog = (await (await fetch(`${address}/api/catalog`, { headers: { cookie: cookie(0, 0) } })).json()) as {
    modules: { id: string; lessons: { id: string }[] }[];
  };
  const lessons = catalog.modules.flatMap(({ id, lessons: all }) =>
    all.map((lesson) => `/api/modules/${id}/lessons/${lesson.id}/completion`),
  );
  const leader = district.pages.find(({ name }) => name === "district")?.cookie ?? "";

  const myPath = await measureThroughput((client, turn) => fetch(`${address}/api/my/path`, { headers: { cookie: cookie(client, turn) } }));
  const page = await measureThroughput(() => fetch(`${address}/api/engagement/district`, { headers: { cookie: leader } }));
  // Each learner does each lesson at another time, so every request has something to write.
  const startedAt = Date.parse("2026-04-01T12:00:00Z");
  const completeLesson = await measureThroughput((client, turn) =>
    fetch(address + (lessons[turn % lessons.length] ?? ""), {
      method: "POST",
      headers: { cookie: cookie(client, turn), origin: district.origin, "content-type": "application/json", "x-throughline": "1" },
      body: JSON.stringify({ doneAt: new Date(startedAt - turn * 1000).toISOString() }),
    }),
  );
  server.closeAllConnections();
  server.close();
  await district.close();
  return { rps16: { myPath, completeLesson, district: page }, staff: district.roster.staff.length };
}
