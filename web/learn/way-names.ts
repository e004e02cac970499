import type { CertificationProgress } from "../../functions/certification/contract.ts";
import { certificateWords } from "../strings/en-certificates.ts";
import { walletWords } from "../strings/en-wallet.ts";

/** What the way to a certification is called: toward it, or its renewal. */
export const wayTitle = ({ title, isRenewal }: CertificationProgress): string =>
  isRenewal ? walletWords.ways.renew(title) : certificateWords.certificates.toward(title);

/** Where the way to a certification stands on the certificates page. */
export const wayId = (certificationId: string): string => `toward-${certificationId}`;
