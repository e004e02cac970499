import type { Context as HonoContext } from "hono";
import { certifications, inLanguage, levelNames } from "../certification/definitions.ts";
import type { CertificationDefinition } from "../certification/ladder-rules.ts";
import { findDefinition, readDefinitions } from "../certification/read-definitions.ts";
import { findPublicCertificate } from "../certification/queries.ts";
import { type Context, createContext, type Services } from "../platform/context.ts";
import { loadDistrict } from "../platform/district.ts";
import { findDistrictId } from "../platform/find-district.ts";
import { languageOf } from "../platform/language.ts";
import type { AppEnv } from "../platform/route.ts";
import { issuerDid, issuerPage, keyPage, type Place } from "./addresses.ts";
import { badgeImage } from "./badge-image.ts";
import { achievementOf, documentKeptSeconds, issuerProfile, statusListKeptSeconds } from "./credential.ts";
import { findBadge, listBadgeKeys } from "./queries.ts";
import { type Badge, StatusPurpose, statusListAddress, statusLists } from "./records.ts";
import { fromBase64Url, toMultikey } from "./verify/bytes.ts";

type C = HonoContext<AppEnv>;
type Answer = Response | undefined;
type Asked = { c: C; services: Services; ctx: Context; place: Place };

/** What may be read by a program of any site; a browser keeps it as long as it says. */
const forAnyone = (seconds: number) => ({
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "cache-control": `public, max-age=${seconds}`,
});
const keptSeconds = { document: documentKeptSeconds, picture: 3_600, badge: 60 } as const;

/** The answer to an address below `/badges`; undefined where nothing is published. */
export async function answerFor(c: C, services: Services): Promise<Answer> {
  const [slug = "", kind = "", name = "", part = "", ...more] = c.req.path.slice("/badges/".length).split("/");
  const districtId = await findDistrictId(services.table, slug);
  const district = districtId === undefined ? undefined : await loadDistrict(services.table, districtId);
  if (!district || more.length > 0) return undefined;
  const ctx = createContext(services, { actor: { kind: "job", name: "badges" }, district, requestId: c.get("requestId") });
  const asked: Asked = { c, services, ctx, place: { origin: services.origin, slug } };
  switch (kind) {
    case "":
      return issuerAnswer(asked);
    case "issuer.json":
      return name === "" ? json(c, { "@context": profileContexts, ...issuerProfile(names(asked)) }) : undefined;
    case "did.json":
      return name === "" ? didAnswer(asked) : undefined;
    case "keys":
      return part === "" ? keyAnswer(asked, name) : undefined;
    case "achievements":
      return achievementAnswer(asked, name, part);
    case "status":
      return statusAnswer(asked, name, part);
    case "credentials":
      return part === "" ? badgeAnswer(asked, name) : undefined;
    default:
      return undefined;
  }
}

/** The one answer to every other address: whether there was ever a badge, or its holder shows it to nobody, cannot be told from it. */
export async function unknownAnswer(c: C): Promise<Response> {
  const { unknownPage } = await import("./public-pages.ts");
  return c.html(unknownPage(languageOf(c)), 404, {
    "cache-control": "public, max-age=60",
    vary: "accept-language, cookie",
    "x-robots-tag": "noindex",
  });
}

const profileContexts = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
const names = ({ ctx, place }: Asked) => ({ place, districtName: ctx.district.name });

function json(c: C, body: object, seconds: number = keptSeconds.document): Response {
  return c.json(body, 200, forAnyone(seconds));
}

const pageHeaders = { "cache-control": `public, max-age=${keptSeconds.document}`, vary: "accept-language, cookie" };

async function issuerAnswer({ c, ctx, place }: Asked): Promise<Response> {
  const { issuerHtml } = await import("./public-pages.ts");
  const language = languageOf(c);
  const offered = (await readDefinitions(ctx)).filter(({ isOffered }) => isOffered).map((one) => inLanguage(one, language));
  return c.html(
    issuerHtml({ place, districtName: ctx.district.name, did: issuerDid(place), certifications: offered }, language),
    200,
    pageHeaders,
  );
}

/** Every key that signs or has signed: what was signed by an earlier one stays good. */
async function didAnswer({ c, ctx, place }: Asked): Promise<Response> {
  const did = issuerDid(place);
  const methods = (await listBadgeKeys(ctx)).map(({ kid, algorithm, jwk }) => {
    const id = `${did}#${kid}`;
    return algorithm === "Ed25519"
      ? { id, type: "Multikey", controller: did, publicKeyMultibase: toMultikey(fromBase64Url(jwk.x ?? "") ?? new Uint8Array()) }
      : { id, type: "JsonWebKey", controller: did, publicKeyJwk: publishedJwk(place, kid, jwk) };
  });
  return json(c, {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1", "https://w3id.org/security/jwk/v1"],
    id: did,
    alsoKnownAs: [issuerPage(place)],
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  });
}

/** One bare key: what `kid` of a badge's token leads to. */
async function keyAnswer({ c, ctx, place }: Asked, name: string): Promise<Answer> {
  const key = (await listBadgeKeys(ctx)).find(({ kid }) => kid === name);
  return key && json(c, publishedJwk(place, key.kid, key.jwk));
}

function publishedJwk(place: Place, kid: string, jwk: Record<string, string>): object {
  const isRsa = jwk.kty === "RSA";
  return { ...jwk, kid: keyPage(place, kid), use: "sig", alg: isRsa ? "RS256" : "EdDSA" };
}

async function achievementAnswer(asked: Asked, id: string, part: string): Promise<Answer> {
  const { c, ctx, place, services } = asked;
  const definition = await findDefinition(ctx, id);
  if (!definition) return undefined;
  if (part === "") return json(c, { "@context": profileContexts, ...achievementOf(names(asked), definition) });
  if (part === "criteria") {
    const { criteriaHtml } = await import("./public-pages.ts");
    const language = languageOf(c);
    const page = { place, districtName: ctx.district.name, definition: inLanguage(definition, language) };
    return c.html(criteriaHtml(page, language), 200, pageHeaders);
  }
  const svg = pictureOf(ctx, definition);
  if (part === "image.svg") return file(c, svg, "image/svg+xml", keptSeconds.picture);
  if (part !== "image.png") return undefined;
  const { renderPng } = await import("./render-png.ts");
  return file(c, await renderPng(svg, services.content), "image/png", keptSeconds.picture);
}

async function statusAnswer({ c, ctx }: Asked, name: string, number: string): Promise<Answer> {
  const purpose = StatusPurpose.safeParse(name);
  if (!purpose.success || !/^[1-9]\d{0,3}$/.test(number)) return undefined;
  const list = await ctx.table.get(statusLists, statusListAddress(purpose.data, Number(number)));
  return list && file(c, list.credential, "application/vc+ld+json", statusListKeptSeconds);
}

/** A badge by its certificate's public id: knowing it is the permission, as for the certificate's page. */
async function badgeAnswer(asked: Asked, name: string): Promise<Answer> {
  const { c, services, ctx } = asked;
  const [publicId = "", format, ...more] = name.split(".");
  const certificate = await findPublicCertificate(services.table, publicId);
  const badge = !certificate || more.length > 0 ? undefined : await findBadge(ctx, publicId);
  if (!badge) return undefined;
  if (!badge.signed)
    return c.text("This badge is being signed. Please try again in a few seconds.", 503, {
      "cache-control": "no-store",
      "retry-after": "5",
    });
  const { signed } = badge;
  const keep = format === undefined ? {} : { "content-disposition": `attachment; filename="${fileNameOf(badge)}.${format}"` };
  const { badge: seconds } = keptSeconds;
  switch (format) {
    case undefined:
    case "json":
      return file(c, withProof(badge.credential, signed.proof), "application/vc+ld+json", seconds, keep);
    case "jwt":
      return file(c, signed.jwt, "text/plain; charset=utf-8", seconds, keep);
    case "svg": {
      const { bakeSvg } = await import("./bake.ts");
      return file(c, bakeSvg(pictureOfBadge(ctx, badge), signed.jwt), "image/svg+xml", seconds, keep);
    }
    case "png": {
      const [{ bakePng }, { renderPng }] = await Promise.all([import("./bake.ts"), import("./render-png.ts")]);
      return file(c, bakePng(await renderPng(pictureOfBadge(ctx, badge), services.content), signed.jwt), "image/png", seconds, keep);
    }
    default:
      return undefined;
  }
}

/** The very text that was frozen, with its proof as its last member. */
function withProof(credential: string, proof: string): string {
  return `${credential.slice(0, -1)},"proof":[${proof}]}`;
}

type Named = { name: string; issuer: { name: string } };

/** A badge's picture says what the badge says, whatever the certification is called by now. */
function pictureOfBadge(ctx: Context, { credential }: Badge): string {
  const { name, issuer } = JSON.parse(credential) as Named;
  const level = certifications.find(({ title }) => title === name)?.level;
  return badgeImage({
    title: name,
    level: level === undefined ? "" : levelNames.en[level],
    districtName: issuer.name,
    colors: ctx.district.badgeColors,
  });
}

function pictureOf({ district }: Context, { title, level }: CertificationDefinition): string {
  return badgeImage({ title, level: levelNames.en[level], districtName: district.name, colors: district.badgeColors });
}

/** A file's name says what it is, and nobody's name: it lies in folders that others see. */
function fileNameOf({ credential }: Badge): string {
  return (JSON.parse(credential) as Named).name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

function file(c: C, body: string | Uint8Array, mediaType: string, seconds: number, more: Record<string, string> = {}): Response {
  return c.body(body as string, 200, { ...forAnyone(seconds), "content-type": mediaType, ...more });
}
