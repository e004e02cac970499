import { applyForCertificate } from "../../../functions/certification/actions/apply-for-certificate.ts";
import type { LocalDate } from "../../../functions/platform/dates.ts";
import { AppError } from "../../../functions/platform/errors.ts";
import { grant } from "../../../functions/platform/grant.ts";
import { askForReference } from "../../../functions/portfolio/actions/ask-for-reference.ts";
import { handInPiece } from "../../../functions/portfolio/actions/hand-in-piece.ts";
import { rateSample } from "../../../functions/portfolio/actions/rate-sample.ts";
import { recordObservation } from "../../../functions/portfolio/actions/record-observation.ts";
import { reviewPiece } from "../../../functions/portfolio/actions/review-piece.ts";
import { observationForm } from "../../../functions/portfolio/forms.ts";
import { jobRolesOn, schoolsOn, subjectOf } from "../../../functions/roster/rules.ts";
import { named, personAt, type World } from "./enter.ts";
import { personas } from "./people.ts";

type Deed = { on: LocalDate; enter: (world: World, at: string) => Promise<void> };

/** The first coaching cycle is accepted; the second waits for a reviewer. */
const cycles = [
  {
    title: "Answering together in fourth grade",
    text: "We agreed on six weeks and on what I would write down. Baseline: nine requests to answer in twenty minutes. Goal: twenty, half of them for everyone. Three visits with rehearsal beforehand: 14, 19, 23. Three weeks later, without notice: 21.",
  },
  {
    title: "An intervention group that begins on time",
    text: "Baseline: eight minutes lost on three of four days. Goal: two at most. We rehearsed the change of rooms twice and put the materials into one box. Four weeks later two minutes on the worst day. One more look in May.",
  },
];

async function observe(world: World, at: string, observedOn: LocalDate, comment: string): Promise<void> {
  const coach = named(world, personas.coach);
  const ctx = personAt(world, named(world, personas.districtLeader).id, at);
  const form = observationForm("teamMeeting");
  const ids = form.parts.flatMap(({ items }) => items.map(({ id }) => id));
  const scores = Object.fromEntries(ids.map((id) => [id, id.endsWith(".voice") || id.endsWith(".goal") ? 1 : 2] as const));
  await recordObservation(grant(ctx, "observation:record", subjectOf(coach, ctx.today)), {
    staffId: coach.id,
    kind: "teamMeeting",
    observedOn,
    formVersion: form.version,
    scores,
    comment,
    hasNoStake: true,
  });
}

async function handInCycle(world: World, at: string, doneOn: LocalDate, cycle: (typeof cycles)[number] | undefined) {
  if (!cycle) return undefined;
  const ctx = grant(personAt(world, named(world, personas.coach).id, at), "portfolio:write", { kind: "self" });
  return handInPiece(ctx, { ...cycle, kind: "coachingCycle", doneOn, noStudentData: true });
}

/** A coach on the way up the ladder, with something for whoever reviews, recommends or rates. */
const deeds: readonly Deed[] = [
  { on: "2026-02-12", enter: (world, at) => observe(world, at, "2026-02-12", "The agenda held. Ask those who are quiet by name.") },
  {
    on: "2026-03-18",
    enter: async (world, at) => {
      const ctx = grant(personAt(world, named(world, personas.districtLeader).id, at), "calibration:rate", { kind: "self" });
      const levels = { task: "meets", concrete: "meets", evidence: "exemplary", decision: "exemplary", privacy: "meets" } as const;
      const reason = "Two counts for each class, the week of tests is named, and it says when the lesson is taught again.";
      await rateSample(ctx, { sampleId: "arrival-routine", levels, reason });
    },
  },
  {
    on: "2026-03-20",
    enter: async (world, at) => {
      const piece = await handInCycle(world, at, "2026-03-19", cycles[0]);
      const coach = named(world, personas.coach);
      const ctx = personAt(world, named(world, personas.districtLeader).id, at.replace("T16", "T19"));
      if (!piece) return;
      await reviewPiece(grant(ctx, "piece:review", subjectOf(coach, ctx.today)), {
        staffId: coach.id,
        pieceId: piece.id,
        version: piece.version,
        decision: "accept",
        hasNoConflict: true,
        comment: "The look three weeks later is what makes it whole.",
      });
    },
  },
  { on: "2026-04-14", enter: (world, at) => observe(world, at, "2026-04-14", "Every action had a name and a day this time.") },
  {
    on: "2026-04-15",
    enter: async (world, at) => {
      const leader = named(world, personas.schoolLeader);
      const today = at.slice(0, 10);
      const [schoolId = ""] = schoolsOn(leader, today);
      const asker = [...world.staff.values()].find(
        (one) => schoolsOn(one, today).includes(schoolId) && jobRolesOn(one, today).includes("interventionist"),
      );
      if (!asker) return;
      const ctx = grant(personAt(world, asker.id, at), "reference:ask", { kind: "self" });
      await askForReference(ctx, { refereeId: leader.id, note: "You saw how the second-grade team took over the groups." });
    },
  },
  { on: "2026-04-16", enter: async (world, at) => void (await handInCycle(world, at, "2026-04-10", cycles[1])) },
  {
    on: "2026-04-20",
    enter: async (world, at) => {
      const ctx = grant(personAt(world, named(world, personas.coach).id, at), "certificate:apply", { kind: "self" });
      const statement = "Two team meetings a month since September. What changed most is that we begin with last month's actions.";
      // In a district of another size they may not be ready by then; nothing is handed in, and nobody waits.
      await applyForCertificate(ctx, { certificationId: "practitioner-coach", statement }).catch((error: unknown) => {
        if (!(error instanceof AppError && error.code === "not-ready")) throw error;
      });
    },
  },
];

/** What of portfolios happens in a stretch of days. */
export async function enterPortfolios(world: World, isIn: (day: LocalDate) => boolean): Promise<void> {
  for (const { on, enter } of deeds) if (isIn(on)) await enter(world, `${on}T16:00:00.000Z`);
}
