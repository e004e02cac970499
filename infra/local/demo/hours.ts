import { decideOutsideCredit } from "../../../functions/credit/actions/decide-outside-credit.ts";
import { askBeforehand, enterOutsideCredit } from "../../../functions/credit/actions/enter-outside-credit.ts";
import { saveCreditRule } from "../../../functions/credit/actions/save-credit-rule.ts";
import { setCycle } from "../../../functions/credit/actions/set-cycle.ts";
import { shippedRule } from "../../../functions/credit/shipped-rules.ts";
import type { LocalDate } from "../../../functions/platform/dates.ts";
import { grant } from "../../../functions/platform/grant.ts";
import { subjectOf } from "../../../functions/roster/rules.ts";
import { named, personAt, type World } from "./enter.ts";
import { personas } from "./people.ts";

type Deed = { on: LocalDate; enter: (world: World, at: string) => Promise<void> };

const teacherAt = (world: World, at: string) =>
  grant(personAt(world, named(world, personas.teacher).id, at), "credit:write", { kind: "self" });

async function putInUse(world: World, at: string, ruleId: string, reason: string): Promise<void> {
  const rule = shippedRule(ruleId);
  if (!rule) return;
  const ctx = grant(personAt(world, named(world, personas.administrator).id, at), "creditRule:write", { kind: "district" });
  const terms = { ...rule.terms, isOffered: true, verifiedOn: ctx.today };
  await saveCreditRule(ctx, { ruleId, edition: rule.edition, terms, reason });
}

/** Two purposes in use beside the district's own hours; a teacher with a course that counts, and one to take that waits for her coach. */
const deeds: readonly Deed[] = [
  { on: "2026-01-12", enter: (world, at) => putInUse(world, at, "state-ny", "Held against the state's own text, for this demo.") },
  { on: "2026-01-13", enter: (world, at) => putInUse(world, at, "district-pay", "As the agreement has it, for this demo.") },
  {
    on: "2026-01-15",
    enter: async (world, at) => void (await setCycle(teacherAt(world, at), { ruleId: "state-ny", startedOn: "2024-07-01" })),
  },
  {
    on: "2026-02-17",
    enter: async (world, at) => {
      const { id: creditId, version } = await enterOutsideCredit(teacherAt(world, at), {
        title: "Academic language in every lesson",
        provider: "Regional teacher center",
        completedOn: "2026-02-14",
        minutes: 360,
        evidence: "Certificate of attendance, on paper.",
        topics: ["languageLearners"],
        noStudentData: true,
      });
      const teacher = named(world, personas.teacher);
      const coach = personAt(world, named(world, personas.coach).id, at.replace("T16", "T19"));
      const ctx = grant(coach, "credit:approve", subjectOf(teacher, coach.today));
      await decideOutsideCredit(ctx, { staffId: teacher.id, creditId, version, decision: "approve", comment: "" });
    },
  },
  {
    on: "2026-04-17",
    enter: async (world, at) =>
      void (await askBeforehand(teacherAt(world, at), {
        title: "Graduate course: early reading for English learners",
        provider: "State University",
        endsOn: "2026-07-24",
        minutes: 2_700,
        plan: "For my registration and the next lane: how beginning readers who learn English are taught.",
        topics: ["languageLearners", "literacy"],
        noStudentData: true,
      })),
  },
];

/** What of hours happens in a stretch of days. */
export async function enterHours(world: World, isIn: (day: LocalDate) => boolean): Promise<void> {
  for (const { on, enter } of deeds) if (isIn(on)) await enter(world, `${on}T16:00:00.000Z`);
}
