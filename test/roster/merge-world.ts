import { contacts } from "../../functions/assignment/contacts.ts";
import { attempts, evidenceRecords } from "../../functions/learning/records.ts";
import { createContext } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { grant, type Granted } from "../../functions/platform/grant.ts";
import type { RecordWrite } from "../../functions/platform/record.ts";
import type { Item, Table } from "../../functions/platform/table.ts";
import { emailClaims, emailHash, identities, members, seats, teamMembers } from "../../functions/roster/records.ts";
import { membershipsOf } from "../../functions/roster/rules.ts";
import {
  certified,
  learned,
  mustLearn,
  openDistrict,
  person,
  type Person,
  roleAt,
  school,
  writeFacts,
} from "../engagement/small-district.ts";
import type { MemoryStore } from "../support/store.ts";

export const keptId = "stf_kept";
export const duplicateId = "stf_other";

const day = (n: number): string => `2026-09-${String(n).padStart(2, "0")}T12:00:00.000Z`;

/** How many modules are completed in each account alone. */
type Sizes = { kept: number; duplicate: number };

/** One person twice: modules completed in one account, in the other, and one of them in both. */
function accounts(sizes: Sizes, subject: string): { kept: Person; duplicate: Person; coached: Person } {
  let kept = person(keptId, [roleAt("sch_1")], { givenName: "Ana", familyName: "Reyes", rosterHash: "k", hiredOn: "2024-08-12" });
  let duplicate = person(duplicateId, [roleAt("sch_2", "coach")], {
    givenName: "Ana",
    familyName: "Ruiz",
    rosterHash: "d",
    hiredOn: "2022-08-12",
    identity: { issuerHash: "iss", subject },
    isDistrictAdministrator: true,
  });
  for (let n = 1; n <= sizes.kept; n++) kept = learned(kept, `k${n}`, "completed", day(n));
  for (let n = 1; n <= sizes.duplicate; n++) duplicate = learned(duplicate, `d${n}`, "completed", day(n));
  kept = learned(kept, "both", "completed", day(20));
  duplicate = learned(duplicate, "both", "completed", day(10));
  kept = learned(kept, "half", "started", day(21));
  duplicate = learned(duplicate, "half", "submitted", day(11));
  kept = certified(mustLearn(kept, "k1", "2026-12-01"), "2029-09-20");
  duplicate = certified(mustLearn(mustLearn(duplicate, "k1", "2026-11-20"), "d1", "2026-11-16"), "2029-09-10");
  const withAttempts = (one: Person, moduleId: string, count: number): Person => ({
    ...one,
    enrollments: one.enrollments.map((each) =>
      each.moduleId === moduleId ? { ...each, check: { attempts: count, seen: [], bestPercent: 90 } } : each,
    ),
  });
  kept = withAttempts(kept, "both", 2);
  duplicate = withAttempts(duplicate, "both", 3);
  const coached = person("stf_coached", [roleAt("sch_2")], { coachId: duplicateId });
  return { kept, duplicate, coached };
}

/** The two accounts and all that is theirs, in a district of their own. */
export async function openTwoAccounts(store: MemoryStore, sizes: Sizes = { kept: 5, duplicate: 14 }): Promise<District> {
  const district = await openDistrict(store);
  const { kept, duplicate, coached } = accounts(sizes, `ruiz-${district.id}`);
  await writeFacts(store, district, { schools: [school("sch_1"), school("sch_2")], people: [kept, duplicate, coached] });
  const writes: RecordWrite[] = [];
  for (const { staff } of [kept, duplicate]) {
    writes.push(emailClaims.overwrite({ emailHash: emailHash(staff.email), staffId: staff.id }));
    for (const one of membershipsOf(staff, "2026-11-02")) writes.push(members.overwrite(one));
  }
  const identity = { issuerHash: "iss", subject: `ruiz-${district.id}`, districtId: district.id, staffId: duplicateId };
  writes.push(identities.overwrite(identity));
  for (const [staffId, count] of [
    [keptId, 2],
    [duplicateId, 3],
  ] as const)
    for (let number = 1; number <= count; number++) {
      const of = { staffId, moduleId: "both", hash: "h" };
      writes.push(
        attempts.overwrite({
          ...of,
          number,
          startedAt: day(number),
          drawn: [],
          answers: {},
          submittedAt: day(number),
          percent: number * 10,
        }),
      );
    }
  const seat = {
    id: "sea_other",
    staffId: duplicateId,
    place: "sch_2",
    team: "tier2",
    role: "coach",
    isBackup: false,
    from: "2026-08-17",
  } as const;
  writes.push(
    seats.overwrite({ ...seat, isFromElsewhere: false }),
    contacts.overwrite({ staffId: duplicateId, byId: "stf_x", lastOn: "2026-10-01" }),
  );
  writes.push(teamMembers.overwrite({ ...seat, isFromElsewhere: false, name: "Ana Ruiz" }));
  for (const staffId of [keptId, duplicateId])
    writes.push(
      evidenceRecords.overwrite({
        id: `evd_${staffId}`,
        staffId,
        moduleId: "both",
        hash: "h",
        submission: 1,
        submittedAt: day(9),
        text: "What I did.",
        state: "accepted",
        file: { id: `fil_${staffId}`, name: "plan.pdf", mediaType: "application/pdf", bytes: 3 },
      }),
    );
  await store.table.write(writes.map((write) => write.operation(district.id)));
  return district;
}

/** An administrator's context over a table of one's choice: the store's own, or one whose process may end. */
export function administrator(store: MemoryStore, district: District, table: Table = store.table): Granted<"roster:write"> {
  const ctx = createContext(
    { ...store.services, table },
    {
      actor: { kind: "person", staffId: "stf_sam", name: "Sam Whitfield", grants: [{ role: "districtAdministrator" }] },
      district,
      requestId: "test",
    },
  );
  return grant(ctx, "roster:write", { kind: "district" });
}

/** A district's rows but for the audit, with what differs between two runs of the same thing made the same. */
export async function essence(store: MemoryStore, district: District, options: { versions: boolean }): Promise<string[]> {
  const isOurs = ({ PK, SK, districtId }: Item): boolean =>
    PK.startsWith(`D#${district.id}`) || districtId === district.id || SK === "CERT";
  return (await store.rows())
    .filter((row) => isOurs(row) && row.type !== "audit")
    .map(({ version, writeId: _, ...row }) => JSON.stringify(sorted({ ...row, ...(options.versions && { version }) })))
    .map((text) =>
      text
        .replaceAll(district.id, "dst")
        .replaceAll(/mrg_[0-9a-z]{26}/g, "mrg")
        .replaceAll(/District \d+/g, "District"),
    )
    .toSorted();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // Which audit row a row names differs from run to run.
      .filter(([name]) => name !== "auditId" && name !== "writeId")
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}
