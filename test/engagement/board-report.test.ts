import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayTick } from "../../functions/engagement/actions/day-tick.ts";
import type { DistrictPage } from "../../functions/engagement/contract.ts";
import { metrics } from "../../functions/engagement/metrics/all.ts";
import type { District } from "../../functions/platform/district.ts";
import { type ReadPdf, readPdf } from "../support/read-pdf.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { districtLeader, engagementApi } from "./engagement-api.ts";
import { jobIn } from "./expect-figures.ts";
import { content, mustLearn, openDistrict, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
let district: District;
let api: ReturnType<typeof engagementApi>;
let bytes: Uint8Array;
let pdf: ReadPdf;
let page: DistrictPage;

beforeAll(async () => {
  store = await openTestStore({ now: "2026-11-02T15:00:00Z", content });
  api = engagementApi(store);
  district = await openDistrict(store);
  const people = [3, 6, 28, 27, 9].flatMap((size, i) =>
    Array.from({ length: size }, (_, j) => mustLearn(person(`stf_${i}x${j}`, [roleAt(`sch_${i + 1}`)]), "m01", "2026-10-01")),
  );
  await writeFacts(store, district, { schools: [1, 2, 3, 4, 5].map((n) => school(`sch_${n}`)), people });
  await dayTick(jobIn(store, district), "everyone");
  page = await api.json<DistrictPage>("/api/engagement/district", districtLeader, district);
  bytes = await report("");
  pdf = readPdf(bytes);
});
afterAll(() => store.close());

async function report(query: string): Promise<Uint8Array> {
  const response = await api.ask(`/api/engagement/district.pdf?${query}`, districtLeader, district);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="board-report-2026-11-02.pdf"');
  return new Uint8Array(await response.arrayBuffer());
}

describe("the board report can be read without seeing it", () => {
  it("is tagged, in a language, titled, and calls itself PDF/UA", () => {
    expect(pdf.raw).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(pdf.raw).toContain("/Marked true");
    expect(pdf.raw).toContain("/Lang (en-US)");
    expect(pdf.raw).toContain("/DisplayDocTitle true");
    expect(pdf.raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(pdf.raw).toContain("What we can count on");
  });

  it("embeds every font it uses, and says which letters its glyphs are", () => {
    const fonts = [...pdf.objects.values()].filter((body) => /\/Type \/Font\b/.test(body) && body.includes("/Type0"));
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/\/ToUnicode \d+ 0 R/);
    expect([...pdf.objects.values()].filter((body) => body.includes("/FontFile2"))).toHaveLength(2);
    expect(pdf.text).not.toContain("\uFFFD");
  });

  it("has headings in order, tables with header cells, and words for each drawing", () => {
    const headings = pdf.structure.filter((tag) => /^H\d$/.test(tag)).map((tag) => Number(tag[1]));
    expect(headings[0]).toBe(1);
    for (const [i, level] of headings.entries()) expect(level - (headings[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    const count = (tag: string): number => pdf.structure.filter((one) => one === tag).length;
    expect(count("Table")).toBeGreaterThan(2);
    expect(count("Caption")).toBe(count("Table"));
    expect(count("TH")).toBeGreaterThan(count("Table") * 3);
    for (const figure of [...pdf.objects.values()].filter((body) => /\/S \/Figure/.test(body))) expect(figure).toMatch(/\/Alt \(/);
    expect(count("Figure")).toBe(2);
  });
});

it("says what the page says: each figure, each school, each definition, as of when, and who is left out", () => {
  expect(pdf.text).toContain("As of November 2, 2026 at 10:00 AM");
  for (const { definition } of metrics) {
    expect(pdf.text).toContain(definition.question);
    expect(pdf.text).toContain(`Version: ${definition.version}`);
  }
  for (const { name, coverage } of page.schools) {
    expect(pdf.text).toContain(name);
    expect(pdf.text).toContain(`${coverage.known} of ${coverage.of}`);
  }
  expect(pdf.text).toMatch(/page 1 of \d/);
});

it("hides what the page hides", () => {
  const hidden = page.schools.flatMap(({ metrics: cells }) => Object.values(cells).filter((cell) => cell.isHidden)).length;
  const cellsInTables = pdf.text.split("School by school")[1]?.split("Who needs support first")[0] ?? "";
  expect(hidden).toBeGreaterThan(0);
  expect(cellsInTables.match(/\bhidden\b/g)).toHaveLength(hidden);
});

it("is the same, byte for byte, for the same page", async () => {
  expect(Buffer.compare(Buffer.from(await report("")), Buffer.from(bytes))).toBe(0);
  expect(Buffer.compare(Buffer.from(await report("level=elementary&role=teacher")), Buffer.from(bytes))).not.toBe(0);
});
