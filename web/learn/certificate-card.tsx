import type { CertificateView } from "../../functions/certification/contract.ts";
import { Link } from "@tanstack/react-router";
import { useSession } from "../app/session.ts";
import { certificateWords } from "../strings/en-certificates.ts";
import { walletWords } from "../strings/en-wallet.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { AppealButton, AppealOutcome } from "./appeal.tsx";
import { statusTones } from "./certificate-tones.ts";
import { shownStatus } from "./held-certificate.ts";
import { mayAppeal } from "./ladder.ts";
import { wayId } from "./way-names.ts";

const c = certificateWords.certificates;
const say = walletWords.card;

/** One certificate: how it stands today, what comes next for it, and the way to open and share it. */
export function CertificateCard({ certificate }: { certificate: CertificateView }) {
  const { id, certificationId, title, status, origin, issuedOn, expiresOn, clockHours, isShared, isReplaced } = certificate;
  const shown = shownStatus(certificate);
  return (
    <div className="learn-certificate-card card">
      <Badge tone={statusTones[shown]}>{c.status[shown]}</Badge>
      <h3>{title}</h3>
      <p className="quiet small">
        {c.valid(issuedOn, expiresOn)}
        {clockHours > 0 && ` · ${c.hours(clockHours)}`}
      </p>
      {!isReplaced && <Standing certificate={certificate} />}
      {!isReplaced && certificate.refresh && <Refresh refresh={certificate.refresh} />}
      {origin !== "earned" && <p className="small">{say[origin]}</p>}
      {!isShared && <p className="small">{say.hidden}</p>}
      {!isReplaced && (status === "renewalDue" || status === "inGrace") && <a href={`#${wayId(certificationId)}`}>{say.toRenewal}</a>}
      <div className="row">
        <ButtonLink to="/certificates/$certificateId" params={{ certificateId: id }} aria-label={c.open(title)}>
          {say.openAndShare}
        </ButtonLink>
        <AppealOfRevocation certificate={certificate} />
      </div>
    </div>
  );
}

/** What the status means for its holder: dates, the reason where there is one, and what can be done. */
function Standing({ certificate }: { certificate: CertificateView }) {
  const { today } = useSession();
  const { status, renewalOpensOn, expiresOn, graceEndsOn, suspendedOn, revokedOn, revokedBecause, appeal } = certificate;
  if (status === "active") return <p className="small">{say.opens(renewalOpensOn, today)}</p>;
  if (status === "renewalDue") return <p className="small">{say.renewBy(expiresOn, today)}</p>;
  if (status === "inGrace") return <p className="small">{say.graceUntil(graceEndsOn ?? expiresOn, today)}</p>;
  if (status === "suspended") return <p className="small">{say.suspended(suspendedOn ?? today, today)}</p>;
  if (status === "lapsed") return <p className="small">{say.lapsed}</p>;
  return (
    <>
      <p className="small">{say.revoked(revokedOn ?? today, today)}</p>
      {revokedBecause !== undefined && <p className="learn-said">{say.reason(revokedBecause)}</p>}
      {/* Whoever was put right before is told of this decision alone. */}
      {appeal && appeal.state !== "overturned" && <AppealOutcome appeal={appeal} />}
    </>
  );
}

/** What has changed since it was earned and is asked for, each part with the page on which it is done. */
function Refresh({ refresh: { dueOn, isDone, parts } }: { refresh: NonNullable<CertificateView["refresh"]> }) {
  const { today } = useSession();
  if (isDone) return <p className="small">{say.refreshDone}</p>;
  return (
    <div className="small">
      <p>{today <= dueOn ? say.refresh(dueOn, today) : say.refreshLate(dueOn, today)}</p>
      <ul>
        {parts.map((part) => (
          <li key={part.title}>
            <Part part={part} />
            {part.isDone && ` (${say.refreshPartDone})`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Part({
  part: { title, isDone, moduleId, lessonId, isOfPortfolio },
}: {
  part: NonNullable<CertificateView["refresh"]>["parts"][number];
}) {
  if (!isDone && isOfPortfolio === true) return <Link to="/portfolio">{title}</Link>;
  if (isDone || moduleId === undefined) return title;
  if (lessonId === undefined)
    return (
      <Link to="/learn/$moduleId" params={{ moduleId }}>
        {title}
      </Link>
    );
  return (
    <Link to="/learn/$moduleId/lesson/$lessonId" params={{ moduleId, lessonId }}>
      {title}
    </Link>
  );
}

function AppealOfRevocation({ certificate }: { certificate: CertificateView }) {
  const { today } = useSession();
  const { certificationId, cycle, title, revokedOn, appealBy } = certificate;
  if (appealBy === undefined || !mayAppeal(certificate, { today, decidedAt: revokedOn })) return null;
  return <AppealButton of="revocation" certificationId={certificationId} cycle={cycle} title={title} until={appealBy} />;
}
