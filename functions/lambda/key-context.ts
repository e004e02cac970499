import { findApiKey, noteUse } from "../platform/api-key.ts";
import { type Context, createContext, type Services } from "../platform/context.ts";
import { loadDistrict } from "../platform/district.ts";
import { AppError } from "../platform/errors.ts";
import { countRequest } from "../platform/rate-limit.ts";

/** The context of a request with a key: its district, what it is for, and no person. Refuses one that is not good, and one that asks too often. */
export async function keyContext(services: Services, authorization: string, requestId: string): Promise<Context> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
  const key = await findApiKey(services.table, token);
  const district = key && (await loadDistrict(services.table, key.districtId));
  const refused = new AppError("signed-out", "This key is not good, or is no longer. A district administrator can make another.");
  if (!key || !district) throw refused;
  const ctx = createContext(services, {
    actor: { kind: "apiKey", keyId: key.id, name: key.name, scopes: key.scopes },
    district,
    requestId,
  });
  if (key.expiresOn < ctx.today) throw refused;
  await countRequest(services.table, key.hash, ctx.now);
  await noteUse(services.table, key, ctx.today);
  return ctx;
}
