import { auditMark } from "../platform/commit.ts";
import { sha256 } from "../platform/ids.ts";
import { districtOf } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import type { FindingKind } from "./contract.ts";
import { emailHash, staffRecords } from "../roster/records.ts";
import { kindOf } from "./kinds.ts";

/** What a row must have elsewhere in the table: another row that says so. */
export type Tie = { mark: number; kind: FindingKind; expected: string };

const markOf = (...parts: string[]): number => Number.parseInt(sha256(parts.join("\n")).slice(0, 12), 16);
const fromHex = (mark: string): number => Number.parseInt(mark, 16);

/** Facts that machinery moves on without anyone's doing: only their first version has an audit row. Audit rows have none, nor what a mail service tells of an address. */
const movedOn = new Set(["message", "task"]);
const withoutAudit = new Set(["audit", "idempotency", "mail-stop"]);

/** Fields that name a person or a school of the same district, wherever in a row they stand. */
const staffFields = new Set(["staffId", "coachId", "reviewerId", "refereeId", "withId", "publishedById", "mergedInto"]);
const schoolFields = new Set(["schoolId", "schoolIds", "homeSchoolId"]);

/** What a row needs: its audit row, the people and schools it names, the other side of a pair. */
export function tiesOf(item: Item): Tie[] {
  const codec = kindOf(item.type);
  if (!codec) return [];
  const district = districtOf(item.PK) ?? "";
  const ties: Tie[] = [];
  const isAudited = codec.kind === "fact" && !withoutAudit.has(item.type) && !(movedOn.has(item.type) && item.version > 1);
  if (isAudited)
    ties.push({
      mark: fromHex(auditMark(item)),
      kind: "unauditedFact",
      expected: `an audit row that wrote it as it is, at version ${item.version}`,
    });
  if (district !== "" && item.type !== "audit") ties.push(...namedIn(codec.whole(item), district));
  return [...ties, ...pairOf(item, district)];
}

/** What a row vouches for: the marks that other rows' ties may find. */
export function vouchedBy(item: Item): number[] {
  const district = districtOf(item.PK) ?? "";
  switch (item.type) {
    case "audit":
      return Array.isArray(item.covers) ? item.covers.map((mark) => fromHex(String(mark))) : [];
    case "school":
      return [markOf("school", district, textOf(item.id))];
    case "district":
      return [markOf("district", textOf(item.id), textOf(item.slug))];
    case "certificate":
      return [markOf("certificate", textOf(item.publicId))];
    case "summary-pointer":
      return listOf(item.schoolIds).map((schoolId) => markOf("summary", district, schoolId, textOf(item.staffId)));
    case "staff":
      return staffMarks(staffRecords.whole(item), district);
    default:
      return [];
  }
}

function staffMarks(item: Item, district: string): number[] {
  const id = textOf(item.id);
  const identity = item.identity as { issuerHash?: string; subject?: string } | undefined;
  return [
    markOf("staff", district, id),
    markOf("claim", district, emailHash(textOf(item.email)), id),
    // The sign-in of an account that was merged leads to the one that was kept.
    ...(identity
      ? [markOf("identity", textOf(identity.issuerHash), textOf(identity.subject), district, textOf(item.mergedInto) || id)]
      : []),
  ];
}

/** The other half of a row that exists only together with another. */
function pairOf(item: Item, district: string): Tie[] {
  const text = (name: string): string => textOf(item[name]);
  switch (item.type) {
    case "email-claim":
      return [tie("claimDiffers", "a person with this address", "claim", district, text("emailHash"), text("aliasOf") || text("staffId"))];
    case "identity":
      return [
        tie(
          "identityDiffers",
          "a person bound to it",
          "identity",
          text("issuerHash"),
          text("subject"),
          text("districtId"),
          text("staffId"),
        ),
      ];
    case "public-certificate":
      return [tie("certificateDiffers", "the certificate that it shows", "certificate", text("publicId"))];
    case "district-name":
      return [tie("districtDiffers", "the district that it names", "district", text("districtId"), text("slug"))];
    case "staff-summary":
      return [tie("summaryDiffers", "the person's pointer to this school", "summary", district, text("schoolId"), text("staffId"))];
    default:
      return [];
  }
}

const tie = (kind: FindingKind, expected: string, ...parts: string[]): Tie => ({ kind, expected, mark: markOf(...parts) });

function namedIn(value: unknown, district: string, name = ""): Tie[] {
  if (typeof value === "string") {
    if (value === "") return [];
    if (staffFields.has(name)) return [tie("foreignRow", `a person ${value} of this district`, "staff", district, value)];
    return schoolFields.has(name) ? [tie("foreignRow", `a school ${value} of this district`, "school", district, value)] : [];
  }
  if (Array.isArray(value)) return value.flatMap((one) => namedIn(one, district, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => namedIn(one, district, key));
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);
