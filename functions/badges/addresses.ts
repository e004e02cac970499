import { didOfAddress } from "./verify/did.ts";

/** Where badges of one district are published: the address people use, and the district's short name in it. */
export type Place = { origin: string; slug: string };

/** The district's page as an issuer of badges; everything about its badges lies below. */
export const issuerPage = ({ origin, slug }: Place): string => `${origin}/badges/${slug}`;

/** The district's name among issuers (did:web): whoever answers at that address holds its keys. */
export const issuerDid = (place: Place): string => didOfAddress(issuerPage(place));

/** One public key, as a bare JWK. */
export const keyPage = (place: Place, kid: string): string => `${issuerPage(place)}/keys/${kid}`;

/** What a certification stands for, for programs and people. */
export const achievementPage = (place: Place, certificationId: string): string => `${issuerPage(place)}/achievements/${certificationId}`;

/** The page that says how a certification is earned. */
export const criteriaPage = (place: Place, certificationId: string): string => `${achievementPage(place, certificationId)}/criteria`;

/** The picture of a certification. */
export const imagePage = (place: Place, certificationId: string, format: "png" | "svg"): string =>
  `${achievementPage(place, certificationId)}/image.${format}`;

/** A badge itself: its JSON with the proof in it; with an ending, the same as a file to keep. */
export const badgePage = (place: Place, publicId: string, format?: "json" | "jwt" | "png" | "svg"): string =>
  `${issuerPage(place)}/credentials/${publicId}${format === undefined ? "" : `.${format}`}`;

/** A list of status. */
export const statusListPage = (place: Place, purpose: "revocation" | "suspension", list: number): string =>
  `${issuerPage(place)}/status/${purpose}/${list}`;
