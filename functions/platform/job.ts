import { type Context, createContext, type Services } from "./context.ts";
import { loadDistrict } from "./district.ts";
import { AppError } from "./errors.ts";
import { type Granted, grant } from "./grant.ts";
import type { JobName, jobPermissions } from "./permissions.ts";

/** The context of a named job in one district. */
export async function jobContext(services: Services, name: JobName, districtId: string, requestId: string): Promise<Context> {
  const district = await loadDistrict(services.table, districtId);
  if (!district) throw new AppError("not-found", `There is no district ${districtId}.`);
  return createContext(services, { actor: { kind: "job", name }, district, requestId });
}

/** A job's context with one of the permissions its name carries; anything else does not compile. */
export async function grantJob<Name extends JobName, P extends (typeof jobPermissions)[Name][number]>(
  services: Services,
  options: { job: Name; permission: P; districtId: string; requestId: string },
): Promise<Granted<P>> {
  const ctx = await jobContext(services, options.job, options.districtId, options.requestId);
  return grant(ctx, options.permission, { kind: "district" });
}
