import { useSuspenseQuery } from "@tanstack/react-query";
import type { CertificatesPage as Certificates, CertificateView, CertificationProgress } from "../../functions/certification/contract.ts";
import { certificateWords } from "../strings/en-certificates.ts";
import { creditWords } from "../strings/en-credit.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { walletWords } from "../strings/en-wallet.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page, Section } from "../ui/page.tsx";
import { CertificateCard } from "./certificate-card.tsx";
import { HeldElsewhere } from "./held-elsewhere.tsx";
import { byTerm, ladderOf, waysOf } from "./ladder.ts";
import { LadderPicture } from "./ladder-picture.tsx";
import { TranscriptLink } from "./paper-links.tsx";
import { certificatesQuery } from "./queries.ts";
import { Way } from "./way.tsx";
import { wayTitle } from "./way-names.ts";
import "./certificates-page.css";

const c = certificateWords.certificates;
const say = walletWords;

/**
 * What one has earned and what is next. Whoever holds nothing yet sees the first way alone, with the ladder folded behind
 * it; the others see where they stand on it first.
 */
export function CertificatesPage() {
  const { data } = useSuspenseQuery(certificatesQuery);
  return (
    <Page
      title={c.title}
      lead={c.lead(data.creditMinutes)}
      actions={
        <>
          <ButtonLink to="/hours">{creditWords.mine.title}</ButtonLink>
          <ButtonLink to="/portfolio">{portfolioWords.mine.title}</ButtonLink>
          <ButtonLink to="/certificates/elsewhere">{walletWords.elsewhere}</ButtonLink>
          <TranscriptLink />
        </>
      }
    >
      {data.certificates.length === 0 ? <FirstCertificate data={data} /> : <Wallet data={data} />}
      {data.elsewhere.length > 0 && (
        <Section title={say.heldElsewhere.title}>
          <HeldElsewhere certificates={data.elsewhere} />
        </Section>
      )}
    </Page>
  );
}

function FirstCertificate({ data }: { data: Certificates }) {
  const { waiting, next, others } = waysOf(data.progress);
  return (
    <>
      <Ways ways={waiting} />
      {next ? <Ways ways={[next]} /> : <EmptyState title={c.noneTitle}>{c.none}</EmptyState>}
      <details className="learn-fold">
        <summary>{say.ladder.whole}</summary>
        <div className="learn-fold-body">
          <LadderPicture rungs={ladderOf(data)} />
          <FoldedWays ways={others} />
        </div>
      </details>
    </>
  );
}

function Wallet({ data }: { data: Certificates }) {
  const { latest, earlier } = byTerm(data.certificates);
  const { waiting, next, others } = waysOf(data.progress);
  return (
    <>
      <Section title={say.ladder.title}>
        <LadderPicture rungs={ladderOf(data)} />
      </Section>
      <Section title={c.mine}>
        <Cards certificates={latest} />
        {earlier.length > 0 && (
          <details className="learn-fold">
            <summary>{say.card.earlier(earlier.length)}</summary>
            <Cards certificates={earlier} />
          </details>
        )}
      </Section>
      <Ways ways={waiting} />
      <Ways ways={next ? [next] : []} />
      {others.length > 0 && (
        <Section title={others.some(({ isRenewal }) => isRenewal) ? say.ways.othersRenew : say.ways.others}>
          <FoldedWays ways={others} />
        </Section>
      )}
    </>
  );
}

function Cards({ certificates }: { certificates: CertificateView[] }) {
  return (
    <ul className="learn-certificates">
      {certificates.map((certificate) => (
        <li key={certificate.id}>
          <CertificateCard certificate={certificate} />
        </li>
      ))}
    </ul>
  );
}

function Ways({ ways }: { ways: CertificationProgress[] }) {
  return ways.map((way) => (
    <Section key={way.certificationId} title={wayTitle(way)}>
      <Way progress={way} />
    </Section>
  ));
}

function FoldedWays({ ways }: { ways: CertificationProgress[] }) {
  return (
    <div>
      {ways.map((way) => (
        <details key={way.certificationId} className="learn-fold">
          <summary>{wayTitle(way)}</summary>
          <div className="learn-fold-body">
            <Way progress={way} />
          </div>
        </details>
      ))}
    </div>
  );
}
