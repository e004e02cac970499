import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../functions/platform/errors.ts";
import { type District, loadDistrict } from "../../functions/platform/district.ts";
import { changeProvider } from "../../functions/roster/actions/change-provider.ts";
import { endEmployment } from "../../functions/roster/actions/end-employment.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { linkIdentity, type ProvidedIdentity } from "../../functions/roster/actions/link-identity.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { staffIdOf } from "../../functions/roster/import-rules.ts";
import { openTestStore, testDistrict, type TestStore } from "../support/store.ts";
import { bundleWith, goodBundle, users } from "./bundles.ts";

let store: TestStore;
let district: District = testDistrict;
let count = 0;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  count++;
  await open({});
});

async function open(more: Partial<District>): Promise<void> {
  count++;
  district = { ...testDistrict, id: `dst_i${count}`, slug: `i${count}`, ...more };
  await openDistrict(store.job("setup", "roster:write", district), district);
  await importRoster(job(), { source: "test", files: goodBundle() });
}
const job = () => store.job("setup", "roster:write", district);
const ana: ProvidedIdentity = {
  issuer: "https://id.example",
  subject: "",
  email: "Ana@Maple.example",
  isEmailVerified: true,
  rosterId: undefined,
};
const signIn = (more: Partial<ProvidedIdentity> = {}) => linkIdentity(job(), { ...ana, subject: `sub-${count}`, ...more });
const idOf = (sourcedId: string) => staffIdOf(district.id, sourcedId);
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

describe("a first sign-in", () => {
  it("finds its person by a verified address, in any case, and binds the identity once", async () => {
    expect(await signIn()).toMatchObject({ id: idOf("u1") });
    expect(await signIn()).toMatchObject({ id: idOf("u1") });
  });

  it("by an address that is not verified, not on the roster or missing is refused, saying whom to ask", async () => {
    for (const more of [{ isEmailVerified: false }, { email: "nobody@maple.example" }, { email: undefined }, { email: " " }]) {
      const error = await refusal(signIn(more));
      expect(error.code).toBe("not-allowed");
      expect(error.detail).toMatch(/Ask your district/);
    }
  });

  it("never finds a student", async () => {
    expect((await refusal(signIn({ email: "pat@maple.example" }))).code).toBe("not-allowed");
  });

  it("twice at once binds once and lets both in", async () => {
    const both = await Promise.all([signIn(), signIn()]);
    expect(both.map(({ id }) => id)).toEqual([idOf("u1"), idOf("u1")]);
  });

  it("by roster id, where the district has set it, looks at nothing else", async () => {
    await open({ identityProvider: { ...testDistrict.identityProvider, match: "rosterId" } });
    expect(await signIn({ email: "ben@maple.example", rosterId: "u1" })).toMatchObject({ id: idOf("u1") });
    expect((await refusal(signIn({ subject: "other" }))).code).toBe("not-allowed");
    expect((await refusal(signIn({ subject: "other", rosterId: "u9" }))).code).toBe("not-allowed");
  });
});

describe("a bound identity", () => {
  it("stays with its person when their address changes, and the old address finds nobody", async () => {
    await signIn();
    await importRoster(job(), { source: "test", files: bundleWith({ "users.csv": users.replace("ana@maple", "ana.new@maple") }) });
    expect(await signIn({ email: "ana.new@maple.example" })).toMatchObject({ id: idOf("u1") });
    expect(await signIn({ email: undefined, isEmailVerified: false })).toMatchObject({ id: idOf("u1") });
    expect((await refusal(signIn({ subject: "stranger" }))).code).toBe("not-allowed");
  });

  it("keeps another account of the same provider out, even with the same address", async () => {
    await signIn();
    expect((await refusal(signIn({ subject: "someone-else" }))).detail).toContain("another account");
  });

  it("is replaced by one of another provider, when the district has changed its provider", async () => {
    await signIn();
    const identityProvider = { ...district.identityProvider, issuer: "https://new.example" };
    await changeProvider(job(), identityProvider);
    await changeProvider(job(), identityProvider);
    expect((await loadDistrict(store.table, district.id))?.version).toBe(2);
    expect((await loadDistrict(store.table, district.id))?.identityProvider).toEqual(identityProvider);
    expect(await signIn({ issuer: "https://new.example", subject: "new" })).toMatchObject({ id: idOf("u1") });
    const bound = (await store.rows()).filter(({ type, districtId }) => type === "identity" && districtId === district.id);
    expect(bound.map(({ subject }) => subject)).toEqual(["new"]);
  });

  it("of another district is refused", async () => {
    await signIn({ subject: "traveller" });
    await open({});
    expect((await refusal(signIn({ subject: "traveller" }))).detail).toContain("another district");
  });

  it("of someone who left lets nobody in", async () => {
    await signIn();
    await endEmployment(job(), { staffId: idOf("u1"), on: "2026-11-02" });
    expect((await refusal(signIn())).detail).toContain("no access");
  });
});
