import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CertificateView, CertificationProgress } from "../../functions/certification/contract.ts";
import { certificateWords } from "../strings/en-certificates.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { ProgressBar } from "../ui/progress.tsx";
import { certificatesQuery } from "./queries.ts";
import { Thread, ThreadStep } from "./thread.tsx";
import "./certificates-page.css";

const c = certificateWords.certificates;
export const statusTones: Record<CertificateView["status"], Tone> = {
  active: "good",
  renewalDue: "warn",
  inGrace: "warn",
  lapsed: "neutral",
  suspended: "bad",
  revoked: "bad",
};

/** What one has earned and what the next certificate asks for. */
export function CertificatesPage() {
  const { data } = useSuspenseQuery(certificatesQuery);
  return (
    <Page title={c.title} lead={c.lead(data.creditMinutes)}>
      <Section title={c.mine}>
        {data.certificates.length === 0 ? (
          <EmptyState title={c.noneTitle}>{c.none}</EmptyState>
        ) : (
          <ul className="learn-certificates">
            {data.certificates.map((certificate) => (
              <li key={certificate.id}>
                <CertificateCard certificate={certificate} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {data.progress.map((progress) => (
        <Progress key={progress.certificationId} progress={progress} />
      ))}
    </Page>
  );
}

function CertificateCard({ certificate: { id, title, status, issuedOn, expiresOn, clockHours } }: { certificate: CertificateView }) {
  return (
    <div className="learn-certificate-card card">
      <Badge tone={statusTones[status]}>{c.status[status]}</Badge>
      <h3>{title}</h3>
      <p className="quiet small">
        {c.valid(issuedOn, expiresOn)} · {c.hours(clockHours)}
      </p>
      <ButtonLink to="/certificates/$certificateId" params={{ certificateId: id }} aria-label={c.open(title)}>
        {c.openShort}
      </ButtonLink>
    </div>
  );
}

function Progress({ progress: { title, summary, requirements, isReady } }: { progress: CertificationProgress }) {
  const met = requirements.filter(({ isMet }) => isMet).length;
  return (
    <Section title={c.toward(title)}>
      <p className="quiet learn-certificate-summary">{summary}</p>
      {isReady && <Notice kind="good">{c.ready}</Notice>}
      <div className="learn-certificate-summary">
        <ProgressBar label={c.toward(title)} value={met} max={requirements.length} text={c.requirements(met, requirements.length)} />
      </div>
      <Thread label={c.toward(title)}>
        {requirements.map((requirement) => (
          <ThreadStep key={requirement.id} knot={requirement.isMet ? "done" : "open"}>
            {requirement.moduleId === undefined ? (
              <p className="learn-requirement">{requirement.title}</p>
            ) : (
              <Link to="/learn/$moduleId" params={{ moduleId: requirement.moduleId }} className="learn-step-title">
                {requirement.title}
              </Link>
            )}
            <p className="quiet small">
              {requirement.isMet ? c.met : c.notMet}
              {requirement.needed > 1 && ` · ${c.howFar(requirement.done, requirement.needed)}`}
            </p>
          </ThreadStep>
        ))}
      </Thread>
    </Section>
  );
}
