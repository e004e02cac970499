import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { type District, districts } from "../../platform/district.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";

/**
 * Changes who vouches for a district's people; the same once more changes nothing. Each person is found anew at their
 * next sign-in, as at their first, and keeps all that is theirs.
 */
export async function changeProvider(ctx: Granted<"roster:write">, identityProvider: District["identityProvider"]): Promise<void> {
  await retryOnConflict(async () => {
    const district = await ctx.table.get(districts, { of: "", at: "META" });
    if (!district) throw notFound("district");
    if (isDeepStrictEqual(district.identityProvider, identityProvider)) return;
    await commit(ctx, {
      action: "district.providerChanged",
      subject: `district:${district.id}`,
      writes: [districts.put({ ...district, identityProvider })],
      before: { identityProvider: district.identityProvider },
      after: { identityProvider },
      result: undefined,
    });
  });
}
