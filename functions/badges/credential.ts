import { certifications, claimOf, districtIssued, levelNames } from "../certification/definitions.ts";
import type { CertificationDefinition } from "../certification/ladder-rules.ts";
import type { Certificate } from "../certification/records.ts";
import { addDays, startOfDay } from "../platform/dates.ts";
import { sha256 } from "../platform/ids.ts";
import { achievementPage, badgePage, criteriaPage, imagePage, issuerDid, issuerPage, type Place, statusListPage } from "./addresses.ts";
import type { StatusPurpose } from "./records.ts";

/** The contexts of every badge, in the order that Open Badges 3.0 asks for. */
const badgeContexts = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
];

/** How long a verifier may keep a list of status. */
export const statusListKeptSeconds = 300;

/** How long anyone may keep the list of an issuer's keys, and every other document of it. */
export const documentKeptSeconds = 300;

/** A key is known to everyone once it has been published for as long as a list without it may be kept, and a minute for the way there. */
export const keyKnownAfterSeconds = documentKeptSeconds + 60;

type Names = { place: Place; districtName: string };

/** The district as an issuer, as it stands in each badge and at its own address. */
export function issuerProfile({ place, districtName }: Names): object {
  return { id: issuerDid(place), type: ["Profile"], name: districtName, url: issuerPage(place) };
}

/** What a certification stands for, as it stands in each badge and at its own address. */
export function achievementOf({ place, districtName }: Names, definition: CertificationDefinition): object {
  const { id, title, level, meaning } = definition;
  return {
    id: achievementPage(place, id),
    type: ["Achievement"],
    achievementType: "Certification",
    name: title,
    description: `${title} (${levelNames.en[level]}), issued by ${districtName}. ${districtIssued.en}`,
    criteria: { id: criteriaPage(place, id), narrative: meaning },
    image: { id: imagePage(place, id, "png"), type: "Image", caption: `The badge of ${title}` },
  };
}

/** What a badge is made of besides its certificate: all that is chance or changes is passed in. */
export type Making = {
  place: Place;
  zone: string;
  /** The holder's work address on the day; `""` where the roster has none. */
  email: string;
  salt: string;
  listPlace: { list: number; index: number };
};

/**
 * A certificate as an OpenBadgeCredential (Open Badges 3.0 in the Verifiable Credentials Data Model 2.0), without a proof. Of its
 * holder it says the name that stands on the certificate, and a salted digest of the work address, by which someone who knows
 * the address can tell that the badge is theirs.
 */
export function credentialOf(certificate: Certificate, { place, zone, email, salt, listPlace }: Making): object {
  const { publicId, certificationId, title, holderName, districtName, issuedAt, expiresOn } = certificate;
  const names = { place, districtName };
  const definition = certifications.find(({ id }) => id === certificationId);
  const list = statusListPage(place, "revocation", listPlace.list);
  return {
    "@context": badgeContexts,
    id: badgePage(place, publicId),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: title,
    issuer: issuerProfile(names),
    validFrom: toTheSecond(new Date(issuedAt)),
    // Its last day counts to the end, on the district's clock.
    validUntil: toTheSecond(new Date(startOfDay(addDays(expiresOn, 1), zone).getTime() - 1_000)),
    awardedDate: toTheSecond(new Date(issuedAt)),
    credentialSubject: {
      id: `urn:uuid:${uuidFrom(publicId)}`,
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", identityType: "name", hashed: false, identityHash: holderName },
        ...(email === ""
          ? []
          : [{ type: "IdentityObject", identityType: "emailAddress", hashed: true, identityHash: identityHash(email, salt), salt }]),
      ],
      achievement: definition
        ? achievementOf(names, { ...definition, title, meaning: claimOf(certificate, definition, "en") })
        : {
            id: achievementPage(place, certificationId),
            type: ["Achievement"],
            name: title,
            description: districtIssued.en,
            criteria: { narrative: title },
          },
    },
    credentialStatus: {
      id: `${list}#${listPlace.index}`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: String(listPlace.index),
      statusListCredential: list,
    },
    credentialSchema: [
      {
        id: "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
        type: "1EdTechJsonSchemaValidator2019",
      },
    ],
  };
}

/** A list of status as a credential, without a proof. */
export function statusListOf(
  place: Place,
  { purpose, list, encodedList, now }: { purpose: StatusPurpose; list: number; encodedList: string; now: Date },
) {
  const id = statusListPage(place, purpose, list);
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuerDid(place),
    validFrom: toTheSecond(now),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: purpose,
      encodedList,
      ttl: statusListKeptSeconds * 1_000,
    },
  };
}

/** The digest of an address in a badge: who knows the address can compare it (Open Badges 3.0, IdentityHash). */
export function identityHash(email: string, salt: string): string {
  return `sha256$${sha256(email.toLowerCase() + salt)}`;
}

/** Fractions of a second have no place in a token's dates, which must say the same. */
export const toTheSecond = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "Z");

/** The subject of a badge has a name of its own that tells nothing of the person, and nothing about two badges. */
function uuidFrom(publicId: string): string {
  const digest = sha256(`badge subject ${publicId}`);
  // Version 8 (RFC 9562): made from whatever its maker chose.
  return [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)].join("-");
}
