import { beforeAll, describe, expect, it } from "vitest";
import { startCheck } from "../../functions/check/actions/start-check.ts";
import { readCheck } from "../../functions/check/read-check.ts";
import { selfCheck } from "../../functions/check/self-check.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { checkPortfolio } from "../../functions/check/check-portfolio.ts";
import { checkRows, checkTable, type Found } from "../../functions/check/check-table.ts";
import { rowsTable } from "../../functions/check/rows-table.ts";
import type { FindingKind } from "../../functions/check/contract.ts";
import { findingWords } from "../../functions/check/words.ts";
import { FindingKind as kinds } from "../../functions/check/contract.ts";
import { repairDerived } from "../../functions/check/repair.ts";
import { grantJob, jobContext } from "../../functions/platform/job.ts";
import type { Services } from "../../functions/platform/context.ts";
import type { Item } from "../../functions/platform/table.ts";
import { memoryTable } from "../../infra/local/memory-table.ts";
import { demoRows } from "./demo-rows.ts";

let services: Services;
let rows: Item[];
let districtId: string;
beforeAll(async () => {
  const world = await demoRows();
  ({ services, districtId } = world);
  rows = world.table.items();
});

const placed = ({ PK, SK }: Item): string => `${PK}\n${SK}`;

/** The rows with one of a type replaced, by default the first; `undefined` takes it away. */
function withRow(type: string, alter: (item: Item) => Item | undefined, isMeant: (item: Item) => boolean = () => true): Item[] {
  const found = rows.filter((item) => item.type === type && isMeant(item)).toSorted((a, b) => (placed(a) < placed(b) ? -1 : 1))[0];
  if (!found) throw new Error(`there is no such row of the type ${type}`);
  const next = alter(structuredClone(found));
  return [...rows.filter((item) => item !== found), ...(next ? [next] : [])];
}

/** The counts of a school with everyone's metrics one higher. */
const aPersonMore = (item: Item): Item => {
  const more = (text: unknown): string => Array.from({ length: 34 }, (_, i) => Number(String(text).split(" ")[i] ?? 0) + 1).join(" ");
  return {
    ...item,
    total: more(item.total),
    ...(item.home !== undefined && { home: { ...(item.home as object), total: more(item.total) } }),
  };
};
const raised = (item: Item): Item => {
  const [first, ...others] = item.figures as { numerator: number }[];
  return { ...item, figures: [{ ...first, numerator: (first?.numerator ?? 0) + 1 }, ...others] };
};
const kindsIn = (findings: readonly Found[]): FindingKind[] => [...new Set(findings.map(({ kind }) => kind))];
const remove = (): undefined => undefined;
const isOpenRuleLine = (item: Item): boolean => (item.origin as { kind: string }).kind === "rule" && item.endedOn === undefined;

it("a district whose history went through the product's own doors is well", async () => {
  expect(await checkRows(services, rows)).toEqual([]);
});

describe("each defect is found, and nothing else with it", () => {
  const planted: [what: string, plant: () => Item[], kinds: FindingKind[], row: RegExp][] = [
    [
      "a row of an unknown kind",
      () => [...rows, { PK: `D#${districtId}#X`, SK: "Y", type: "mystery", version: 1 }],
      ["unknownRow"],
      /^X \/ Y$/,
    ],
    ["a derived row that cannot be read", () => withRow("day-tick", (item) => ({ ...item, day: "soon" })), ["unreadableRow"], /TICK/],
    [
      "a row whose version is no number",
      () => withRow("day-tick", (item) => ({ ...item, version: Number.NaN })),
      ["unreadableRow"],
      /TICK/,
    ],
    ["a fact that was altered by hand", () => withRow("rule", (item) => ({ ...item, name: "Another name" })), ["unauditedFact"], /^RULE/],
    [
      "a fact that was written past the audit",
      () => withRow("import", (item) => ({ ...item, version: item.version + 1 })),
      ["unauditedFact"],
      /^IMP/,
    ],
    [
      "an audit row that was taken away",
      () => withRow("audit", remove, (item) => item.action === "rule.created"),
      ["unauditedFact"],
      /^RULE/,
    ],
    [
      "a summary that says something else",
      () => withRow("staff-summary", (item) => ({ ...item, lastActivityOn: 1 })),
      ["rollUpDiffers", "summaryDiffers"],
      /STAFF#|ROLL/,
    ],
    ["a summary that is missing", () => withRow("staff-summary", remove), ["rollUpDiffers", "summaryDiffers"], /STAFF#|ROLL/],
    [
      "a summary at a school where the person does not work",
      () => {
        const schools = rows.filter(({ type, PK }) => type === "school" && PK === `D#${districtId}`).map(({ id }) => String(id));
        const one = rows.find(({ type, schoolIds }) => type === "staff-summary" && (schoolIds as string[]).length === 1);
        const elsewhere = schools.find((id) => id !== one?.schoolId);
        if (!one || elsewhere === undefined) throw new Error("there is only one school");
        return [...rows, { ...one, PK: `D#${districtId}#S#${elsewhere}`, schoolId: elsewhere }];
      },
      ["rollUpDiffers", "summaryDiffers"],
      /STAFF#|ROLL/,
    ],
    [
      "a school's figures that do not add up",
      () => withRow("school-roll-up", (item) => ({ ...item, total: String(item.total).replace(/^\d+/, "77") })),
      ["rollUpDiffers"],
      /^ROLL/,
    ],
    ["a school's figures that are missing", () => withRow("school-roll-up", remove), ["rollUpDiffers"], /^ROLL/],
    ["a frozen week that was altered in one of its two places", () => withRow("school-week", aPersonMore), ["weekDiffers"], /HIST#/],
    [
      "a school's frozen week that no longer adds up to the district's",
      () => {
        const { week, schoolId } = one("week-roll-up");
        const isMeant = (item: Item): boolean => item.week === week && item.schoolId === schoolId;
        return rows.map((item) => (["week-roll-up", "school-week"].includes(item.type) && isMeant(item) ? aPersonMore(item) : item));
      },
      ["weekDiffers"],
      /TREND#/,
    ],
    ["a frozen week that was taken away from one school", () => withRow("week-roll-up", remove), ["weekDiffers"], /TREND#/],
    ["a frozen total that was altered", () => withRow("trend-week", raised), ["weekDiffers"], /TREND#/],
    ["a frozen week that was written again", () => withRow("trend-week", (item) => ({ ...item, version: 2 })), ["weekDiffers"], /TREND#/],
    [
      "a frozen week that holds figures of later",
      () => {
        const first = one("school-week");
        const isMeant = ({ type, week, schoolId }: Item): boolean =>
          (type === "school-week" || type === "week-roll-up") && week === first.week && schoolId === first.schoolId;
        return rows.map((item) => (isMeant(item) ? { ...item, rolledAt: "2027-01-01T12:00:00.000Z" } : item));
      },
      ["weekDiffers"],
      /HIST#|ROLLW#/,
    ],
    ["a school's list without one of its people", () => withRow("member", remove), ["membershipDiffers"], /MEMBER#/],
    [
      "a row under a school that is not the one it names",
      () => withRow("summary-pointer", (item) => ({ ...item, SK: "SUN" })),
      ["misplacedRow"],
      /SUN/,
    ],
    [
      "an index entry that is wrong",
      () => withRow("staff-summary", (item) => ({ ...item, P1: `D#${districtId}#COACH#x`, S1: "z" })),
      ["misplacedRow"],
      /STAFF#/,
    ],
    ["an address without its claim", () => withRow("email-claim", remove), ["claimDiffers"], /^EMAIL#/],
    ["a sign-in that the person is not bound to", () => [...rows, identityRow()], ["identityDiffers", "unauditedFact"], /^IDENT#/],
    ["a certificate without its public page", () => withRow("public-certificate", remove), ["certificateDiffers"], /CERT#/],
    [
      "a public page without its certificate",
      () => [...rows, { ...one("public-certificate"), PK: `PUB#CERT#${"0".repeat(32)}`, publicId: "0".repeat(32) }],
      ["certificateDiffers", "unauditedFact"],
      /^PUB#CERT#/,
    ],
    ["a certificate without its badge", () => withRow("badge", remove), ["badgeDiffers"], /^BADGE#/],
    ["a badge that is not signed", () => withRow("badge", ({ signed: _, ...item }) => item), ["badgeDiffers", "unauditedFact"], /^BADGE#/],
    [
      "a list of status that says otherwise",
      () =>
        withRow("status-list", (item) => ({
          ...item,
          encodedList: "uH4sIAAAAAAAAA-3BAQEAAAgDoFzf_pkpgCoAAAAAAAAAAAAAAAAAAAAAAAAAAAB4M8LXAAABAAAA",
        })),
      ["badgeDiffers"],
      /^BADGE#/,
    ],
    [
      "a second certificate for one term",
      () => {
        const first = one("certificate");
        return [...rows, { ...first, SK: first.SK.replace("0001", "0002"), cycle: 2 }];
      },
      ["certificateDiffers", "unauditedFact"],
      /CERT#/,
    ],
    [
      "an observation that counts more than was seen",
      () => withRow("observation", (item) => ({ ...item, parts: (item.parts as object[]).map((part) => ({ ...part, percent: 100 })) })),
      ["portfolioDiffers", "unauditedFact"],
      /OBS#/,
    ],
    [
      "a ledger line that a rule asks for and that is missing",
      () => withRow("assignment-source", remove, isOpenRuleLine),
      ["ledgerDiffers", "summaryDiffers"],
      /A#|STAFF#|ROLL/,
    ],
    [
      "mail that is stuck",
      () =>
        withRow("message", (item) => ({
          ...item,
          state: "pending",
          sentAt: undefined,
          P3: "OUTQ",
          S3: `${new Date(Date.parse(String(item.createdAt)) + 60_000).toISOString()}#${String(item.id)}`,
        })),
      ["messageDiffers"],
      /^OUT#/,
    ],
    [
      "mail under an id that is not its occasion's",
      () => withRow("message", (item) => ({ ...item, key: "another" })),
      ["messageDiffers"],
      /^OUT#/,
    ],
    [
      "a person who is named and is not of the district",
      () => withRow("summary-pointer", (item) => ({ ...item, staffId: "stf_stranger", PK: `D#${districtId}#U#stf_stranger` })),
      ["foreignRow", "orphanRow", "summaryDiffers"],
      /stranger|STAFF#|SUM/,
    ],
    [
      "a district's name without the district",
      () => [...rows, { ...one("district-name"), SK: "gone", slug: "gone", districtId: "dst_gone" }],
      ["districtDiffers", "unauditedFact"],
      /^PUB#DISTRICTS/,
    ],
  ];

  const one = (type: string): Item => structuredClone(rows.find((item) => item.type === type)) ?? identityRow();
  const identityRow = (): Item => {
    const staff = rows.find((item) => item.type === "staff");
    const [issuerHash, subject] = ["a".repeat(64), "someone"];
    return {
      PK: `IDENT#${issuerHash}#${subject}`,
      SK: "ID",
      type: "identity",
      version: 1,
      issuerHash,
      subject,
      districtId,
      staffId: String(staff?.id),
    };
  };

  it.each(planted)("%s", async (_, plant, expected, row) => {
    const findings = await checkRows(services, plant());
    expect(kindsIn(findings).toSorted()).toEqual(expected.toSorted());
    for (const finding of findings) expect(finding.row).toMatch(row);
  });
});

it.each([
  ["piece", (item: Item) => ({ ...item, reviews: [] }), ({ state }: Item) => state === "accepted"],
  ["reference", (item: Item) => ({ ...item, percent: 90 }), ({ state }: Item) => state === "asked"],
  [
    "calibration-rating",
    (item: Item) => {
      const { staffId: withId, staffName: withName, ratedOn: on, levels, reason } = item;
      return { ...item, agreement: { withId, withName, percent: 100, on, levels, reason } };
    },
    () => true,
  ],
] as const)("a %s counts in a portfolio only as it was given, accepted or compared", (type, alter, isMeant) => {
  const item = rows.find((one) => one.type === type && isMeant(one));
  if (!item) throw new Error(`there is no ${type}`);
  expect(checkPortfolio(String(item.staffId), [item])).toEqual([]);
  expect(checkPortfolio(String(item.staffId), [alter(item) as Item])).toMatchObject([
    { kind: "portfolioDiffers", row: `U#${String(item.staffId)} / ${item.SK}` },
  ]);
});

it("what is derived is made anew from facts, and then all is well; a fact stays as it is", async () => {
  const table = memoryTable();
  const broken = withRow("staff-summary", (item) => ({ ...item, lastActivityOn: 1 })).filter(({ type }) => type !== "school-roll-up");
  const tampered = broken.map((item) =>
    item.type === "rule" && item === broken.find(({ type }) => type === "rule") ? { ...item, name: "By hand" } : item,
  );
  for (const put of tampered) await table.write([{ put }]);
  const own = { ...services, table };
  const findings = await checkRows(own, table.items());
  expect(await repairDerived(await jobContext(own, "check", districtId, "test"), findings)).toBeGreaterThan(1);
  const left = await checkRows(own, table.items());
  expect(left.map(({ kind }) => kind)).toEqual(["unauditedFact"]);
  expect(table.items().find(({ name }) => name === "By hand")).toBeDefined();
});

describe("facts from before the audit marked what it writes", () => {
  const unmarked = (item: Item): Item => {
    const { covers: _, auditId: __, ...rest } = item;
    return rest;
  };
  const checked = (items: Item[]) => checkTable({ ...services, table: rowsTable(items) }, () => [items]);

  it("are said once, by how many of which kind there are, and are no findings", async () => {
    const { findings, notCovered } = await checked(rows.map(unmarked));
    expect(findings).toEqual([]);
    expect(notCovered.map((one) => one.districtId)).toContain(districtId);
    expect(notCovered.find((one) => one.districtId === districtId)?.types.rule).toBeGreaterThan(0);
  });

  it("are findings all the same where they name an audit row that does not hold them, or where the audit has always had marks", async () => {
    const isRule = ({ type }: Item): boolean => type === "rule";
    const young = await checked(
      withRow("rule", unmarked).map((item) => (isRule(item) && item.auditId === undefined ? { ...item, name: "By hand" } : item)),
    );
    expect([kindsIn(young.findings), young.notCovered]).toEqual([["unauditedFact"], []]);
    const first = rows.find(({ type }) => type === "audit");
    const older = rows.map((item) => (item === first ? unmarked(item) : item));
    const altered = await checked(older.map((item) => (isRule(item) ? { ...item, name: "By hand" } : item)));
    expect(altered.findings.filter(({ row }) => row.startsWith("RULE /")).length).toBe(rows.filter(isRule).length);
  });
});

it("each kind of finding is said in plain words in both languages", () => {
  for (const kind of kinds.options)
    for (const language of ["en", "es"] as const) {
      const { title, remedy } = findingWords(language, kind);
      expect(title.length).toBeGreaterThan(10);
      expect(remedy.length).toBeGreaterThan(10);
    }
});

it("the nightly check of a district finds what differs, makes it anew, and keeps what it found for its page", async () => {
  const table = memoryTable();
  for (const put of withRow(
    "staff-summary",
    (item) => ({ ...item, lastActivityOn: 1 }),
    ({ PK }) => PK.startsWith(`D#${districtId}#`),
  ))
    await table.write([{ put }]);
  const own = { ...services, table };
  const task = await startCheck(await grantJob(own, { job: "check", permission: "engagement:read", districtId, requestId: "night" }));
  const again = await startCheck(await grantJob(own, { job: "check", permission: "engagement:read", districtId, requestId: "night" }));
  expect(again.id).toBe(task.id);
  await runTask(own, [selfCheck], districtId, task.id);
  const ctx = await jobContext(own, "check", districtId, "page");
  const { report, runningTaskId } = await readCheck(ctx);
  expect(runningTaskId).toBeUndefined();
  expect(report?.found).toBeGreaterThan(0);
  expect(report?.repaired).toBe(report?.found);
  expect(report?.findings[0]).toMatchObject({ isRepaired: true, title: expect.stringMatching(/figures/) });
  expect(await checkRows(own, table.items())).toEqual([]);
});

it("the nightly check names a frozen week that does not add up, and leaves it as it is", async () => {
  const table = memoryTable();
  const latest = rows
    .filter(({ type, PK }) => type === "trend-week" && PK === `D#${districtId}#TREND#all#all`)
    .map(({ week }) => String(week))
    .toSorted()
    .at(-1);
  const spoilt = withRow("trend-week", raised, ({ week, PK }) => week === latest && PK.endsWith("#all#all"));
  for (const put of spoilt) await table.write([{ put }]);
  const own = { ...services, table };
  const task = await startCheck(await grantJob(own, { job: "check", permission: "engagement:read", districtId, requestId: "night" }));
  await runTask(own, [selfCheck], districtId, task.id);
  const { report } = await readCheck(await jobContext(own, "check", districtId, "page"));
  expect(report?.findings).toMatchObject([{ kind: "weekDiffers", row: `TREND#all#all / ${latest}`, isRepaired: false }]);
  expect((await checkRows(own, table.items())).map(({ kind }) => kind)).toEqual(["weekDiffers"]);
});
