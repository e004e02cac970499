import type { CertificateView } from "../../functions/certification/contract.ts";
import type { SharingInput } from "../../functions/certification/decision-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { walletWords } from "../strings/en-wallet.ts";
import { Button, ButtonAnchorLink } from "../ui/button.tsx";
import { ExternalLink } from "../ui/external-link.tsx";
import { Checkbox } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { linkedInUrl } from "./ladder.ts";

const say = walletWords.share;

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toast(say.copied);
}

/** Who may see a certificate by its link, and the ways to take it along. */
export function ShareCertificate({ certificate }: { certificate: CertificateView }) {
  const { certificationId, cycle, isShared, status } = certificate;
  const { send, isSending, error } = useSend({
    send: (json: SharingInput, options) => ask(client.api.my.certificates.sharing.$post({ json }, options)),
    refreshes: [["certificates"]],
    onDone: (_, input) => toast(input.isShared ? say.switchedOn : say.switchedOff),
  });
  return (
    <div className="no-print">
      <Section title={say.title}>
        <div className="stack">
          <Checkbox
            label={say.on}
            hint={say.onHint}
            checked={isShared}
            aria-disabled={isSending || undefined}
            onChange={({ target }) => send({ certificationId, cycle, isShared: target.checked })}
          />
          {error && <ProblemNotice error={error} />}
          {isShared ? <Ways certificate={certificate} /> : <p>{say.off}</p>}
          {isShared && status !== "active" && status !== "renewalDue" && <Notice kind="info">{say.notInForce}</Notice>}
        </div>
      </Section>
    </div>
  );
}

function Ways({ certificate }: { certificate: CertificateView }) {
  const { title, holderName, districtName, verifyUrl, badgeUrl } = certificate;
  const signature = [holderName, say.signatureLine(title, districtName), say.signatureLink(verifyUrl)].join("\n");
  return (
    <>
      <div className="row">
        <Button onClick={() => void copy(verifyUrl)}>{say.copyLink}</Button>
        <ExternalLink href={linkedInUrl(certificate)}>{say.linkedIn}</ExternalLink>
      </div>
      <p className="quiet small">{say.linkedInHint}</p>
      <div>
        <h3>{say.signature}</h3>
        <p className="learn-said">{signature}</p>
        <Button onClick={() => void copy(signature)}>{say.copySignature}</Button>
      </div>
      <div>
        <h3>{say.badge}</h3>
        <p className="quiet small">{say.badgeHint}</p>
        <div className="row">
          <ButtonAnchorLink href={`${badgeUrl}.png`}>{say.png}</ButtonAnchorLink>
          <ButtonAnchorLink href={`${badgeUrl}.json`}>{say.json}</ButtonAnchorLink>
          <ButtonAnchorLink href={`${badgeUrl}.jwt`}>{say.jwt}</ButtonAnchorLink>
        </div>
      </div>
    </>
  );
}
