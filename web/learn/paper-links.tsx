import { certificateWords } from "../strings/en-certificates.ts";
import { ButtonAnchorLink } from "../ui/button.tsx";

/** Where a certificate of one's own is to be had as a document. */
export const certificatePdf = (certificateId: string): string =>
  `/api/my/certificates/${encodeURIComponent(certificateId)}/certificate.pdf`;

/** Everything one completed, as a document to hand in. */
export function TranscriptLink() {
  return <ButtonAnchorLink href="/api/my/transcript.pdf">{certificateWords.certificates.transcript}</ButtonAnchorLink>;
}
