import { useQuery } from "@tanstack/react-query";
import type { CertificateView } from "../../functions/certification/contract.ts";
import { type ShownStatus, shownStatus } from "../learn/held-certificate.ts";
import { coach } from "../strings/en-coach.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { ExternalLink } from "../ui/external-link.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { personCertificatesQuery } from "./queries.ts";

const { person: say } = coach;

const tones: Record<ShownStatus, Tone> = {
  active: "good",
  renewalDue: "now",
  inGrace: "now",
  lapsed: "neutral",
  suspended: "bad",
  revoked: "bad",
  renewed: "neutral",
};

/** A person's certificates, each with its state today, and how far the next ones are. */
export function PersonCertificates({ staffId }: { staffId: string }) {
  const { data, error, refetch } = useQuery(personCertificatesQuery(staffId));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  return (
    <div className="stack">
      {data.certificates.length === 0 && <p className="quiet">{say.certificatesNone}</p>}
      {data.certificates.length > 0 && (
        <ul className="person-certificates">
          {data.certificates.map((certificate) => (
            <li key={certificate.id}>
              <One certificate={certificate} />
            </li>
          ))}
        </ul>
      )}
      {data.progress.map(({ certificationId, title, requirements }) => (
        <p key={certificationId} className="small">
          {say.toward(title, requirements.filter(({ isMet }) => isMet).length, requirements.length)}
        </p>
      ))}
    </div>
  );
}

function One({ certificate }: { certificate: CertificateView }) {
  const { title, issuedOn, expiresOn, verifyUrl } = certificate;
  const status = shownStatus(certificate);
  return (
    <>
      <div className="row" data-justify="between">
        <strong>{title}</strong>
        <Badge tone={tones[status]}>{coach.certificateStatus[status]}</Badge>
      </div>
      <p className="quiet small">{say.valid(issuedOn, expiresOn)}</p>
      <p className="small">
        <ExternalLink href={verifyUrl}>
          {say.verify}
          <span className="visually-hidden"> {say.verifyOf(title)}</span>
        </ExternalLink>
      </p>
    </>
  );
}
