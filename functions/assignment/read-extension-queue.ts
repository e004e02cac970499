import { readCatalog } from "../curriculum/queries.ts";
import { type Context, signedInStaffId } from "../platform/context.ts";
import { contractDaysBetween } from "../platform/contract-days.ts";
import { isPermitted } from "../platform/grant.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { findStaff, listEverySchool, listSchoolLeaders } from "../roster/queries.ts";
import type { Staff } from "../roster/records.ts";
import { accessOn, fullName, isWorking, subjectOf } from "../roster/rules.ts";
import { answerableAfter } from "./answer-rules.ts";
import type { ExtensionQueue } from "./decision-contract.ts";
import { asksOfSchool, extensions, type Extension, waitingAsks } from "./decision-records.ts";
import { extensionView } from "./decision-rules.ts";
import { titleOf } from "./due-rules.ts";

const width = 8;
/** So many are shown; the oldest come first, and answering them brings up the rest. */
const shown = 100;

type Queued = { request: Extension; isOwn: boolean; nearer: string[]; waitedDays: number };

/**
 * The requests for more time that are the signed-in person's to answer: of those they coach; of their schools, and for the
 * district's leaders of all schools, where nobody nearer is there to answer or has done so in time. One query for the
 * caseload, for each school they lead and for the district, then the people behind the requests.
 */
export async function extensionQueue(ctx: Context): Promise<ExtensionQueue> {
  const oldestFirst = (await queued(ctx)).toSorted(
    (a, b) => a.request.askedOn.localeCompare(b.request.askedOn) || a.request.id.localeCompare(b.request.id),
  );
  const [catalog, schools] = await Promise.all([readCatalog(ctx), oldestFirst.length === 0 ? [] : listEverySchool(ctx)]);
  const schoolNames = new Map(schools.map(({ id, name }) => [id, name]));
  const people = await readAll(ctx, new Set(oldestFirst.slice(0, shown).map(({ request }) => request.staffId)));
  const requests = oldestFirst.slice(0, shown).flatMap(({ request, isOwn, nearer, waitedDays }): ExtensionQueue["requests"] => {
    const staff = people.get(request.staffId);
    // The index lags, and people move: whom one may decide about follows from their own row.
    if (!staff || !isPermitted(ctx, "extension:decide", subjectOf(staff, ctx.today))) return [];
    const schoolName = schoolNames.get(request.schoolId ?? "");
    return [
      {
        ...extensionView(request),
        staffId: request.staffId,
        personName: fullName(staff),
        ...(schoolName !== undefined && { schoolName }),
        moduleTitle: titleOf({ kind: "module", id: request.moduleId }, catalog),
        isOwn,
        nearer,
        waitedDays,
      },
    ];
  });
  return { today: ctx.today, total: oldestFirst.length - Math.min(oldestFirst.length, shown) + requests.length, requests };
}

/** What the indexes say waits for whoever looks, each with why it is theirs. */
async function queued(ctx: Context): Promise<Queued[]> {
  const grants = ctx.actor.kind === "person" ? ctx.actor.grants : [];
  const ownId = signedInStaffId(ctx);
  const led = grants.flatMap((one) => (one.role === "schoolLeader" ? one.schoolIds : []));
  const isDistrict = grants.some(({ role }) => role === "districtLeader");
  const [own, ...others] = await Promise.all([
    ctx.table.list(extensions, `ASKC#${ownId}`, { index: "index2" }),
    ...(isDistrict
      ? [ctx.table.list(extensions, waitingAsks, { index: "index1" })]
      : led.map((schoolId) => ctx.table.list(extensions, waitingAsks, { index: "index1", prefix: asksOfSchool(schoolId) }))),
  ]);
  const waitedDays = ({ askedOn }: Extension): number => contractDaysBetween(askedOn, ctx.today, ctx.district.calendar);
  const found = own.map((request): Queued => ({ request, isOwn: true, nearer: [], waitedDays: waitedDays(request) }));
  const ownIds = new Set(own.map(({ id }) => id));
  const rest = others.flat().filter(({ id, staffId }) => !ownIds.has(id) && staffId !== ownId);
  const [coaches, leaders] = await Promise.all([
    readAll(ctx, new Set(rest.flatMap(({ coachId }) => coachId ?? []))),
    leadersOf(ctx, new Set(rest.flatMap(({ schoolId }) => schoolId ?? []))),
  ]);
  for (const request of rest) {
    const coach = coaches.get(request.coachId ?? "");
    const hasCoach = coach !== undefined && isWorking(coach, ctx.today) && accessOn(coach, ctx.today).some(({ role }) => role === "coach");
    // Nobody answers themselves, so a leader's own request has one leader fewer.
    const leading = (leaders.get(request.schoolId ?? "") ?? []).filter(({ id }) => id !== request.staffId);
    const after = answerableAfter({ hasCoach, hasLeader: leading.length > 0 });
    const waited = waitedDays(request);
    const leadsThere = request.schoolId !== undefined && led.includes(request.schoolId);
    if (leadsThere ? waited < after.schoolLeader : waited < after.districtLeader) continue;
    const nearer = [...(hasCoach ? [coach] : []), ...(leadsThere ? [] : leading)];
    found.push({ request, isOwn: false, nearer: nearer.map(fullName), waitedDays: waited });
  }
  return found;
}

/** Who leads each school today and could answer. */
async function leadersOf(ctx: Context, schoolIds: ReadonlySet<string>): Promise<Map<string, Staff[]>> {
  const listed = new Map<string, string[]>();
  await sideBySide([...schoolIds], width, async (id) => {
    const leaders = await listSchoolLeaders(ctx, id);
    listed.set(
      id,
      leaders.map(({ staffId }) => staffId),
    );
  });
  const people = await readAll(ctx, new Set([...listed.values()].flat()));
  const leadsAt = (staff: Staff, schoolId: string): boolean =>
    isWorking(staff, ctx.today) &&
    accessOn(staff, ctx.today).some((held) => held.role === "schoolLeader" && held.schoolIds.includes(schoolId));
  const present = (ids: string[]): Staff[] => ids.flatMap((id) => people.get(id) ?? []);
  return new Map([...listed].map(([schoolId, ids]) => [schoolId, present(ids).filter((staff) => leadsAt(staff, schoolId))]));
}

async function readAll(ctx: Context, staffIds: ReadonlySet<string>): Promise<Map<string, Staff>> {
  const found = new Map<string, Staff>();
  await sideBySide([...staffIds], width, async (id) => {
    const staff = await findStaff(ctx, id);
    if (staff) found.set(id, staff);
  });
  return found;
}
