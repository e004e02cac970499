import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { CertificateView } from "../../functions/certification/contract.ts";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { useSession } from "../app/session.ts";
import { words } from "../strings/en.ts";
import { certificateWords } from "../strings/en-certificates.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, ButtonAnchorLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { statusTones } from "./certificate-tones.ts";
import { certificatePdf } from "./paper-links.tsx";
import { shownStatus } from "./held-certificate.ts";
import { certificatesQuery } from "./queries.ts";
import { ShareCertificate } from "./share-certificate.tsx";
import "./certificate-page.css";

const c = certificateWords.certificate;

/** One certificate, as it is shown and as it is printed, with the address where anyone can check it. */
export function CertificatePage() {
  const { certificateId } = useParams({ from: "/signed-in/certificates/$certificateId" });
  const { data } = useSuspenseQuery(certificatesQuery);
  const certificate = data.certificates.find(({ id }) => id === certificateId);
  if (!certificate) return <NotFoundPage />;
  return (
    <Page
      title={certificate.title}
      isPrintHidden
      eyebrow={<Link to="/certificates">{c.back}</Link>}
      actions={
        <>
          <ButtonAnchorLink kind="primary" href={certificatePdf(certificate.id)}>
            {c.download}
          </ButtonAnchorLink>
          <Button icon="print" onClick={() => print()}>
            {c.print}
          </Button>
          {certificate.isShared && <ButtonAnchorLink href={certificate.verifyUrl}>{c.openVerification}</ButtonAnchorLink>}
        </>
      }
    >
      <StatusNote certificate={certificate} />
      <Sheet certificate={certificate} />
      <ShareCertificate certificate={certificate} />
    </Page>
  );
}

function StatusNote({ certificate }: { certificate: CertificateView }) {
  const { today } = useSession();
  const status = shownStatus(certificate);
  const note = c.statusNote[status]?.(certificate.expiresOn, today);
  return note === undefined ? null : (
    <div className="no-print">
      <Notice kind={status === "renewed" ? "info" : status === "renewalDue" ? "warn" : "bad"}>{note}</Notice>
    </div>
  );
}

function Sheet({ certificate }: { certificate: CertificateView }) {
  const { title, holderName, districtName, issuedOn, expiresOn, clockHours, publicId, verifyUrl } = certificate;
  const status = shownStatus(certificate);
  return (
    <article className="certificate" aria-label={`${c.of}: ${title}`}>
      <Seal />
      <p className="certificate-district">{districtName}</p>
      <p className="certificate-lead">{c.certifies}</p>
      <p className="certificate-holder">{holderName}</p>
      <p className="certificate-lead">{c.has}</p>
      <p className="certificate-title">{title}</p>
      {status !== "active" && <Badge tone={statusTones[status]}>{certificateWords.certificates.status[status]}</Badge>}
      <dl className="certificate-facts">
        <Fact name={c.issued} value={words.fullDate(issuedOn)} />
        <Fact name={c.expires} value={words.fullDate(expiresOn)} />
        {clockHours > 0 && <Fact name={c.hours} value={words.number(clockHours)} />}
        <Fact name={c.number} value={publicId} />
      </dl>
      <p className="certificate-verify">
        {c.verify}
        <br />
        <a href={verifyUrl}>{verifyUrl}</a>
      </p>
      <p className="certificate-small">{c.disclaimer}</p>
    </article>
  );
}

/** The thread, tied: it enters at the top, makes its knot around the mark of completion, and leaves at the foot. */
function Seal() {
  return (
    <svg className="certificate-seal" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true">
      <circle cx="48" cy="48" r="40" />
      <circle className="certificate-seal-knot" cx="48" cy="48" r="30" />
      <path d="M34 49l10 10 19-21" />
    </svg>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
