import { createContext, type Services } from "../../../functions/platform/context.ts";
import { listDistricts, loadDistrict } from "../../../functions/platform/district.ts";
import { grant } from "../../../functions/platform/grant.ts";
import { grantJob } from "../../../functions/platform/job.ts";
import { changeProvider } from "../../../functions/roster/actions/change-provider.ts";
import { findStaff, listMembers, listSchools } from "../../../functions/roster/queries.ts";
import { fullName } from "../../../functions/roster/rules.ts";
import type { DemoClient, DemoPerson } from "../identity-provider.ts";
import { demoSecrets } from "./district.ts";
import { personas } from "./people.ts";

const roleWords: Record<string, string> = {
  teacher: "Teacher",
  interventionist: "Interventionist",
  specialEducator: "Special educator",
  counselor: "Counselor",
  psychologist: "School psychologist",
  paraprofessional: "Paraprofessional",
  schoolAdministrator: "School leader",
  coach: "MTSS coach",
  districtLeader: "District leader",
  dataCoordinator: "Data coordinator",
};

/** The districts of the table as clients of the development provider, with everyone who may be picked. */
export async function demoClients(services: Services): Promise<DemoClient[]> {
  const names = await listDistricts(services.table);
  return names.map(({ slug, name, districtId }) => {
    let people: Promise<DemoPerson[]> | undefined;
    return {
      clientId: slug,
      clientSecret: demoSecrets[slug] ?? slug,
      districtName: name,
      redirectUri: `${services.origin}/auth/callback/${slug}`,
      people: () => (people ??= readPeople(services, districtId)),
    };
  });
}

/** Tells the demo's districts where their provider is this time: a folder may be started on another port than before. */
export async function pointAtProvider(services: Services, issuer: string): Promise<void> {
  for (const { slug, districtId } of await listDistricts(services.table)) {
    const ctx = await grantJob(services, { job: "setup", permission: "roster:write", districtId, requestId: "start" });
    if (Object.hasOwn(demoSecrets, slug)) await changeProvider(ctx, { ...ctx.district.identityProvider, issuer });
  }
}

async function readPeople(services: Services, districtId: string): Promise<DemoPerson[]> {
  const district = await loadDistrict(services.table, districtId);
  if (!district) return [];
  const ctx = grant(
    createContext(services, { actor: { kind: "job", name: "setup" }, district, requestId: "sign-in-page" }),
    "roster:write",
    { kind: "district" },
  );
  const people = new Map<string, DemoPerson>();
  const suggested: readonly string[] = Object.values(personas);
  for (const school of await listSchools(ctx)) {
    for (const member of await listMembers(ctx, school.id)) {
      const known = people.get(member.staffId);
      const role = member.roles.map((one) => roleWords[one] ?? one).join(", ");
      if (known) people.set(member.staffId, { ...known, description: `${known.description}; ${role} at ${school.name}` });
      else {
        const staff = await findStaff(ctx, member.staffId);
        if (!staff || staff.status !== "active") continue;
        const isAdministrator = staff.isDistrictAdministrator;
        people.set(staff.id, {
          id: staff.id,
          name: fullName(staff),
          email: staff.email,
          rosterId: staff.sourcedId,
          description: `${isAdministrator ? "District administrator" : role} at ${school.name}`,
          group: isAdministrator ? "District administrator" : (roleWords[member.roles[0] ?? ""] ?? "Staff"),
          isSuggested: suggested.includes(fullName(staff)),
        });
      }
    }
  }
  return [...people.values()].toSorted((a, b) => a.group.localeCompare(b.group) || a.name.localeCompare(b.name));
}
