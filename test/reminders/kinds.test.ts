import { describe, expect, it } from "vitest";
import { equivalencies } from "../../functions/assignment/decision-records.ts";
import { heldElsewhere } from "../../functions/certification/elsewhere-records.ts";
import { applications, type Refresh, refreshes } from "../../functions/certification/records.ts";
import { pieces } from "../../functions/portfolio/records.ts";
import { chooseReminders } from "../../functions/reminders/actions/choose-reminders.ts";
import { reminderPlans, reminderRuns } from "../../functions/reminders/records.ts";
import { certified, learned, mustLearn, type Person, person, roleAt, school } from "../engagement/small-district.ts";
import { allKinds, choices, openReminderWorld, type ReminderWorld } from "./world.ts";

const office = school("sch_office", "district", "District office");
const alder = school("sch_1", "elementary", "Alder");
const ana = (): Person => person("stf_ana", [roleAt("sch_1")], { givenName: "Ana", coachId: "stf_cho" });
const cho = person("stf_cho", [roleAt("sch_1", "coach")], { givenName: "Cho" });
const dee = person("stf_dee", [roleAt("sch_1", "schoolAdministrator")], { givenName: "Dee" });
const eli = person("stf_eli", [roleAt("sch_office", "districtLeader")], { givenName: "Eli" });

async function worldWith(people: Person[]): Promise<ReminderWorld> {
  const world = await openReminderWorld();
  await world.people(people, [alder, office]);
  return world;
}

const days = (world: ReminderWorld): string[] => world.sent.map(({ staffId, digest }) => `${staffId} ${digest?.day}`);

describe("a module that falls due", () => {
  it("is told fourteen and three contract days before, once each, by a mail that says which and when", async () => {
    const world = await worldWith([mustLearn(ana(), "m01", "2026-12-01")]);
    await world.save(choices(["dueSoon"]));
    // Thanksgiving is no break in this calendar: fourteen contract days before 1 December is 11 November.
    for (const day of ["03", "10", "11", "12", "20", "25", "26", "27", "30"]) await world.hour(`2026-11-${day}T15:00:00Z`);
    expect(days(world)).toEqual(["stf_ana 2026-11-11", "stf_ana 2026-11-26"]);
    expect(world.sent[0]).toMatchObject({ toEmail: "stf_ana@maple.example", subject: "Due Tuesday, December 1: One system" });
    expect(world.sent[0]?.body).toContain("http://localhost:3000/learn/m01");
  });

  it("is named in the language in which its reader wants mail", async () => {
    const world = await worldWith([mustLearn(ana(), "m01", "2026-12-01")]);
    await world.save(choices(["dueSoon"]));
    await chooseReminders(world.as("mail:choose", { staffId: "stf_ana" }), "stf_ana", { language: "es" });
    await world.hour("2026-11-11T15:00:00Z");
    expect(world.sent).toMatchObject([
      { subject: expect.stringContaining("Un solo sistema"), body: expect.stringContaining("Un solo sistema") },
    ]);
  });

  it("is told no more once it is done, waits for a review, or is taken back, also when that happens after writing", async () => {
    for (const stage of ["completed", "submitted"] as const) {
      const world = await worldWith([mustLearn(ana(), "m01", "2026-11-20")]);
      await world.save(choices(["dueSoon", "overdue"]));
      await world.people([learned(mustLearn(ana(), "m01", "2026-11-20"), "m01", stage, "2026-11-03T14:00:00.000Z")]);
      for (const day of ["03", "04", "17", "20", "23", "30"]) await world.hour(`2026-11-${day}T15:00:00Z`);
      expect(world.sent).toEqual([]);
    }
    const world = await worldWith([mustLearn(ana(), "m01", "2026-11-20")]);
    await world.save(choices(["dueSoon"]));
    const [source] = mustLearn(ana(), "m01", "2026-11-20").sources;
    if (!source) throw new Error("no source");
    await world.people([{ ...ana(), sources: [{ ...source, endedOn: "2026-11-03", endedBy: "person" }] }]);
    await world.hour("2026-11-04T15:00:00Z");
    expect(world.sent).toEqual([]);
  });
});

describe("what counts from elsewhere until a day", () => {
  it("is told before that day: a module twice, with what comes after it, a certificate once, with what to do", async () => {
    const world = await worldWith([mustLearn(ana(), "m01", "2026-09-01")]);
    await world.save(choices(["dueSoon", "renewal"]));
    const by = { staffId: "stf_dee", name: "Dee" };
    const said = { staffId: "stf_ana", badgeId: "xbd_1", by, decidedOn: "2026-10-01", version: 0 };
    await world.table.write(
      [
        equivalencies.put({
          ...said,
          id: "eqv_1",
          moduleId: "m01",
          evidence: "A badge of another district",
          learnedOn: "2025-01-01",
          until: "2026-12-01",
        }),
        heldElsewhere.put({
          ...said,
          id: "hld_1",
          certificationId: "practitioner-teacher",
          title: "Practitioner",
          issuer: "Cedar Ridge",
          heldSince: "2025-01-01",
          until: "2026-12-20",
        }),
      ].map((row) => row.operation(world.district.id)),
    );
    await world.people([mustLearn(ana(), "m01", "2026-09-01")]);
    await world.settle();
    for (const day of ["03", "10", "11", "12", "20", "25", "26", "27", "30"]) await world.hour(`2026-11-${day}T15:00:00Z`);
    expect(days(world)).toEqual(["stf_ana 2026-11-11", "stf_ana 2026-11-20", "stf_ana 2026-11-26"]);
    expect(world.sent[0]).toMatchObject({ subject: "Counts until Tuesday, December 1: One system" });
    expect(world.sent[0]?.body).toContain("After that it is yours to do, and you have 30 contract days for it.");
    expect(world.sent[1]).toMatchObject({ subject: "Counts until Sunday, December 20: Practitioner" });
    expect(world.sent[1]?.body).toContain("Renew it there, and add the new badge.");
  });
});

describe("a module that is late", () => {
  it("is told on the next contract day and weekly, a few times, then no more", async () => {
    const world = await worldWith([mustLearn(ana(), "m01", "2026-11-03")]);
    await world.save(choices(["overdue"]));
    for (let day = 3; day <= 30; day++) await world.hour(`2026-11-${String(day).padStart(2, "0")}T15:00:00Z`);
    for (let day = 1; day <= 18; day++) await world.hour(`2026-12-${String(day).padStart(2, "0")}T15:00:00Z`);
    expect(days(world)).toEqual(["04", "11", "18", "25"].map((day) => `stf_ana 2026-11-${day}`));
  });

  it("of which the date is moved again and again is told once, and again only after a rest", async () => {
    const world = await worldWith([mustLearn(ana(), "m01", "2026-11-02")]);
    await world.save(choices(["overdue"]));
    for (const [day, dueOn] of [
      ["03", "2026-11-02"],
      ["04", "2026-10-01"],
      ["05", "2026-10-15"],
      ["06", "2026-09-01"],
      ["10", "2026-10-20"],
    ]) {
      await world.people([mustLearn(ana(), "m01", dueOn ?? "")]);
      await world.hour(`2026-11-${day}T15:00:00Z`);
    }
    expect(days(world)).toEqual(["stf_ana 2026-11-03", "stf_ana 2026-11-10"]);
  });
});

describe("turning a kind on", () => {
  it("tells of the past only as it stands: one mail for everything that is late, and nothing of what was assigned before", async () => {
    const late = ["m01", "m02", "m03"].reduce((one, id, i) => mustLearn(one, id, `2026-0${7 + i}-15`), ana());
    const world = await worldWith([late]);
    await world.save(choices(["overdue", "newlyAssigned", "dueSoon"]));
    for (const day of ["03", "04", "05"]) await world.hour(`2026-11-${day}T15:00:00Z`);
    expect(days(world)).toEqual(["stf_ana 2026-11-03"]);
    expect(world.sent[0]?.digest?.lines.map(({ kind, item }) => `${kind} ${item}`)).toEqual(["overdue m01", "overdue m02", "overdue m03"]);
  });

  it("mails nobody by itself, and while nothing is on nothing is planned and nobody is looked at", async () => {
    const world = await worldWith([mustLearn(ana(), "m01", "2026-11-02")]);
    expect(await world.hour()).toBe("off");
    expect((await world.rows()).filter(({ type }) => type.startsWith("reminder-"))).toEqual([]);
    await world.save(choices(["overdue"], { isPaused: true }));
    expect(await world.hour()).toBe("off");
    expect(await world.job().table.get(reminderPlans, { of: "REMIND#stf_ana", at: "PLAN" })).toBeUndefined();
  });
});

describe("what is newly assigned", () => {
  it("is told the next morning, a path as one line, with the right reason where one line replaced another", async () => {
    const world = await worldWith([ana()]);
    await world.save(choices(["newlyAssigned"]));
    const assigned = mustLearn(mustLearn(ana(), "m01", "2026-12-01"), "m02", "2026-12-05");
    const [first, second] = assigned.sources.map((source) => ({ ...source, assignedAt: "2026-11-03T18:00:00.000Z" }));
    if (!first || !second) throw new Error("no sources");
    const rule = {
      ...second,
      target: first.target,
      origin: { kind: "rule" as const, ruleId: "rul_1", ruleName: "Everyone new", ruleVersion: 1 },
    };
    await world.people([{ ...ana(), sources: [{ ...first, endedOn: "2026-11-03" }, rule] }]);
    await world.hour("2026-11-03T19:00:00Z");
    expect(world.sent).toEqual([]);
    await world.hour("2026-11-04T15:00:00Z");
    expect(world.sent.map(({ body }) => /because of the rule "Everyone new"/.test(body))).toEqual([true]);
  });
});

describe("a certificate", () => {
  it("is told of when its window opens and before its last day, in every cycle anew, and not once it is renewed", async () => {
    const first = certified(ana(), "2027-02-15", { renewalOpensOn: "2026-11-17" });
    const world = await worldWith([first]);
    await world.save(choices(["renewal"]));
    for (const day of ["2026-11-03", "2026-11-17", "2026-11-18", "2027-01-18", "2027-01-19"]) await world.hour(`${day}T15:00:00Z`);
    expect(days(world)).toEqual(["stf_ana 2026-11-17", "stf_ana 2027-01-18"]);
    const second = certified(first, "2030-02-15", { renewalOpensOn: "2029-11-19" });
    await world.people([second]);
    for (const day of ["2027-01-20", "2027-02-16"]) await world.hour(`${day}T15:00:00Z`);
    expect(world.sent).toHaveLength(2);
    await world.hour("2029-11-19T15:00:00Z");
    expect(days(world).at(-1)).toBe("stf_ana 2029-11-19");
    expect(world.sent[2]?.subject).toBe("You can renew MTSS Foundations");
  });

  it("is told of with exactly what is missing for this renewal; what was done since its window opened is not named", async () => {
    const world = await worldWith([certified(ana(), "2027-02-15", { renewalOpensOn: "2026-11-17" })]);
    await world.save(choices(["renewal"]));
    await world.hour("2026-11-17T15:00:00Z");
    expect(world.sent[0]?.body).toContain("Still to do: Check passed again since November 17, 2026:");
    expect(world.sent[0]?.body).toContain("One system");
    const passedAt = "2026-11-20T15:00:00.000Z";
    const again = learned(certified(ana(), "2027-02-15", { renewalOpensOn: "2026-11-17" }), "m01", "completed", passedAt);
    const enrollments = again.enrollments.map((one) => ({ ...one, check: { ...one.check, passedAt, lastPassedAt: passedAt } }));
    await world.people([{ ...again, enrollments }]);
    await world.hour("2027-01-18T15:00:00Z");
    expect(world.sent[1]?.body).not.toContain("One system");
  });

  it("that was entered from before tells nothing of days that were over by then", async () => {
    const past = { renewalOpensOn: "2026-10-01", origin: "history" as const, enteredOn: "2026-11-03" };
    const world = await worldWith([certified(ana(), "2026-12-20", past)]);
    await world.save(choices(["renewal"]));
    for (const day of ["2026-11-03", "2026-11-04", "2026-11-19"]) await world.hour(`${day}T15:00:00Z`);
    expect(world.sent).toEqual([]);
    await world.hour("2026-11-20T15:00:00Z");
    expect(days(world)).toEqual(["stf_ana 2026-11-20"]);
  });
});

describe("what has changed since a certificate was earned", () => {
  const held = () => certified(ana(), "2029-02-15", { renewalOpensOn: "2028-11-17" });
  const askedOf = async (world: ReminderWorld, more: Partial<Refresh>, version: number): Promise<void> => {
    const { id: certificateId } = held().certificates[0]!;
    const rule = { kind: "practice" as const, count: 2 };
    const asked = {
      staffId: "stf_ana",
      certificateId,
      certificationId: "foundations",
      definitionVersion: 2,
      parts: [{ kind: "rule" as const, rule }],
    };
    const row = { ...asked, askedOn: "2026-11-03", dueOn: "2027-01-15", times: 1, ...more };
    await world.table.write([refreshes.put({ ...row, version }).operation(world.district.id)]);
    await world.settle();
  };
  const hours = async (world: ReminderWorld, ...all: string[]): Promise<void> => {
    for (const day of all) await world.hour(`${day}T15:00:00Z`);
  };

  it("is told of before its day, in the last week and once after it, each once, with what is left", async () => {
    const world = await worldWith([held()]);
    await world.save(choices(["renewal"]));
    await askedOf(world, {}, 0);
    await hours(world, "2026-11-04", "2026-12-15", "2026-12-16", "2026-12-17", "2027-01-07", "2027-01-08", "2027-01-11", "2027-01-15");
    expect(days(world)).toEqual(["stf_ana 2026-12-16", "stf_ana 2027-01-08"]);
    // The sixteenth of January is a Saturday.
    await hours(world, "2027-01-16", "2027-01-18", "2027-01-19", "2027-02-10", "2027-03-10");
    expect(days(world).slice(2)).toEqual(["stf_ana 2027-01-18"]);
    expect(world.sent.map(({ subject }) => subject)[0]).toBe("What changed in MTSS Foundations, by Friday, January 15");
    expect(world.sent[0]?.body).toContain("Still to do: 2 practice tasks accepted by your coach. Your certificate stays as it is.");
    expect(world.sent[2]?.body).toContain("You were asked to look at it by Friday, January 15.");
  });

  it("is told of no sooner than a week after it was asked for, and anew when something is added", async () => {
    const world = await worldWith([held()]);
    await world.save(choices(["renewal"]));
    await askedOf(world, { dueOn: "2026-11-12" }, 0);
    await hours(world, "2026-11-04", "2026-11-05", "2026-11-10", "2026-11-12");
    expect(world.sent).toEqual([]);
    await hours(world, "2026-11-13");
    expect(days(world)).toEqual(["stf_ana 2026-11-13"]);
    await askedOf(world, { askedOn: "2026-11-16", dueOn: "2027-01-15", times: 2 }, 1);
    await hours(world, "2026-11-17", "2026-12-16");
    expect(days(world).slice(1)).toEqual(["stf_ana 2026-12-16"]);
  });

  it("is told of no more once it is done, or the certificate is revoked", async () => {
    const world = await worldWith([held()]);
    await world.save(choices(["renewal"]));
    await askedOf(world, { parts: [{ kind: "rule", rule: { kind: "practice", count: 1 } }] }, 0);
    const done = learned(held(), "m01", "completed", "2026-11-20T15:00:00.000Z");
    await world.people([done]);
    await hours(world, "2026-12-16", "2027-01-08", "2027-01-18");
    expect(world.sent).toEqual([]);
    const other = await worldWith([certified(ana(), "2029-02-15", { renewalOpensOn: "2028-11-17", revokedOn: "2026-12-01" })]);
    await other.save(choices(["renewal"]));
    await askedOf(other, {}, 0);
    await hours(other, "2026-12-16", "2027-01-08");
    expect(other.sent).toEqual([]);
  });
});

describe("what waits for others", () => {
  it("goes to the coach as one mail, by name, and is told no more once it is reviewed", async () => {
    const two = [ana(), { ...person("stf_ben", [roleAt("sch_1")], { coachId: "stf_cho" }) }].map((one) =>
      learned(mustLearn(one, "m01", "2026-12-18"), "m01", "submitted", "2026-10-28T15:00:00.000Z"),
    );
    const world = await worldWith([...two, cho]);
    await world.save(choices(["reviewWaiting"]));
    await world.hour();
    expect(days(world)).toEqual(["stf_cho 2026-11-03"]);
    expect(world.sent[0]?.body).toContain("/review/stf_ana/m01/1");
    expect(world.sent[0]?.body).toContain("/review/stf_ben/m01/1");
    await world.people(two.map((one) => learned(one, "m01", "completed", "2026-11-04T15:00:00.000Z")));
    await world.hour("2026-11-10T15:00:00Z");
    expect(world.sent).toHaveLength(1);
  });

  it("of someone's portfolio and applications goes to those who may decide, as one mail each, until it is decided", async () => {
    const world = await worldWith([ana(), cho, dee, eli, person("stf_fay", [roleAt("sch_1", "coach")], { givenName: "Fay" })]);
    await world.save(choices(["decisionWaiting"]));
    const at = { staffId: "stf_ana", staffName: "Ana", submission: 1, submittedAt: "2026-11-03T14:00:00.000Z", reviews: [] };
    const piece = { ...at, id: "pce_1", kind: "delivery" as const, title: "Ximena's session", doneOn: "2026-11-02", text: "", earlier: [] };
    const application = { ...at, cycle: 1, statement: "", reviewers: 2, earlierStatements: [] };
    const put = async (state: "submitted" | "withdrawn", applied: "underReview" | "withdrawn", version: number) => {
      const rows = [
        pieces.put({ ...piece, state, version }),
        ...["practitioner-teacher", "coach"].map((certificationId) =>
          applications.put({ ...application, id: `app_${certificationId}`, certificationId, state: applied, version }),
        ),
      ];
      await world.table.write(rows.map((row) => row.operation(world.district.id)));
      await world.settle();
    };
    await put("submitted", "underReview", 0);
    await world.hour();
    expect(world.sent).toEqual([]);
    await world.hour("2026-11-04T15:00:00Z");
    const told = world.sent.map(({ staffId, digest }) => [
      staffId,
      digest?.lines.map(({ item }) => item.slice("stf_ana.".length)).toSorted(),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      stf_cho: ["application.practitioner-teacher", "piece.pce_1"],
      stf_eli: ["application.coach", "application.practitioner-teacher"],
      // At Coach the reviewers do not coach the applicant.
      stf_fay: ["application.coach"],
    });
    expect(world.sent.map(({ body }) => body).join()).not.toContain("Ximena");
    expect(world.sent.find(({ staffId }) => staffId === "stf_cho")?.stopUrl).toMatch(/\/decisionWaiting$/);
    await put("withdrawn", "withdrawn", 1);
    await world.hour("2026-11-11T15:00:00Z");
    expect(world.sent).toHaveLength(3);
  });

  it("goes up step by step: to the coach, to the school's leader, to the district's, who sees no name", async () => {
    const world = await worldWith([mustLearn(ana(), "m01", "2026-11-03"), cho, dee, eli]);
    await world.save(choices(["peopleOverdue"]));
    for (let day = 3; day <= 30; day++) await world.hour(`2026-11-${String(day).padStart(2, "0")}T15:00:00Z`);
    for (let day = 1; day <= 18; day++) await world.hour(`2026-12-${String(day).padStart(2, "0")}T15:00:00Z`);
    expect(days(world)).toEqual(["stf_cho 2026-11-17", "stf_dee 2026-12-01", "stf_eli 2026-12-15"]);
    const [toCoach, toLeader, toDistrict] = world.sent;
    for (const mail of [toCoach, toLeader]) expect(mail?.body).toContain("Ana Tester");
    expect(toDistrict?.body).toContain("Alder: 1 person more than 30 contract days past a date.");
    expect(toDistrict?.body).not.toContain("Ana");
  });

  it("tells nobody who no longer supports them, or does not yet", async () => {
    const moved = person("stf_dee", [{ ...roleAt("sch_1", "schoolAdministrator"), endOn: "2026-11-01" }, roleAt("sch_2")]);
    const coming = person("stf_fay", [{ ...roleAt("sch_1", "schoolAdministrator"), beginOn: "2027-01-04" }, roleAt("sch_2")]);
    const noCoach = person("stf_cho", [{ ...roleAt("sch_1", "coach"), endOn: "2026-11-01" }, roleAt("sch_1")]);
    const late = mustLearn(ana(), "m01", "2026-11-03");
    const waiting = learned(mustLearn(ana(), "m02", "2026-12-18"), "m02", "submitted", "2026-10-28T15:00:00.000Z");
    for (const one of [late, waiting]) {
      const world = await worldWith([one, noCoach, moved, coming]);
      await world.save(choices(["peopleOverdue", "reviewWaiting"]));
      for (let day = 3; day <= 25; day++) await world.hour(`2026-11-${String(day).padStart(2, "0")}T15:00:00Z`);
      expect(days(world)).toEqual([]);
    }
  });

  it.each([
    ["on leave", { leave: { from: "2026-11-02" } }],
    ["suspended", { status: "suspended" as const }],
    ["gone", { status: "left" as const }],
  ])("says nothing about someone who is %s, nor to them", async (_, more) => {
    const world = await worldWith([mustLearn(ana(), "m01", "2026-09-03"), cho, dee, eli]);
    await world.save(choices(allKinds));
    const away = mustLearn(person("stf_ana", [roleAt("sch_1")], { coachId: "stf_cho", ...more }), "m01", "2026-09-03");
    await world.people([away]);
    for (const day of ["03", "04", "05"]) await world.hour(`2026-11-${day}T15:00:00Z`);
    expect(world.sent).toEqual([]);
  });
});

describe("the sending window", () => {
  it("keeps its local hours when the clocks change: seven in the morning comes an hour sooner by the world's clock in summer (H21)", async () => {
    const world = await worldWith([mustLearn(ana(), "m01", "2027-03-10")]);
    await world.save(choices(["overdue"]));
    const said: [string, Awaited<ReturnType<ReminderWorld["hour"]>>][] = [];
    // In the night of 14 March the clocks go forward.
    for (const at of ["11T11:59", "11T12:00", "18T10:59", "18T11:00"]) said.push([at, await world.hour(`2027-03-${at}:00Z`)]);
    expect(said).toEqual([
      ["11T11:59", "closed"],
      ["11T12:00", "started"],
      ["18T10:59", "closed"],
      ["18T11:00", "started"],
    ]);
    expect(days(world)).toEqual(["stf_ana 2027-03-11", "stf_ana 2027-03-18"]);
  });
});

describe("a day's run", () => {
  it("is put down when it is through, with what it wrote and why others got nothing", async () => {
    const noAddress = mustLearn(person("stf_nil", [roleAt("sch_1")], { email: "" }), "m01", "2026-11-02");
    const world = await worldWith([mustLearn(ana(), "m01", "2026-11-02"), noAddress]);
    await world.save(choices(["overdue", "peopleOverdue"]));
    expect(await world.hour()).toBe("started");
    expect(await world.hour()).toBe("doneToday");
    expect(await world.job().table.list(reminderRuns, "REMIND", { prefix: "RUN#" })).toMatchObject([
      { day: "2026-11-03", written: 1, lines: { overdue: 1 }, isCutOff: false },
    ]);
  });
});
