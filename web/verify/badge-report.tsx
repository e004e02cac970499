import type { RefObject } from "react";
import type { BadgeReport, Step, Verdict } from "../../functions/badges/verify/report.ts";
import { language } from "../strings/language.ts";
import { badgeCheck as say } from "../strings/en-badge-check.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { Section } from "../ui/page.tsx";

const kinds: Record<Verdict, "good" | "warn" | "bad" | "unknown"> = {
  valid: "good",
  expired: "warn",
  notYet: "warn",
  suspended: "bad",
  revoked: "bad",
  forged: "bad",
  unchecked: "unknown",
  notABadge: "unknown",
};
const tones: Record<Step["outcome"], Tone> = { good: "good", bad: "bad", unknown: "neutral" };
const marks: Record<Step["outcome"], string> = { good: "✓", bad: "✕", unknown: "?" };
const written = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });

/** What was found about a badge, in words: the verdict first, then what it says, then what was looked at. */
export function BadgeReportView({ report, heading }: { report: BadgeReport; heading: RefObject<HTMLHeadingElement | null> }) {
  const { verdict, badge } = report;
  const words = say.verdict[verdict];
  const isForeign = badge?.issuerHost !== undefined && badge.issuerHost !== location.host && verdict === "unchecked";
  return (
    <>
      <section className="check-badge-verdict" data-tone={kinds[verdict]}>
        <Icon name={kinds[verdict] === "good" ? "check" : kinds[verdict] === "unknown" ? "info" : "warning"} />
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {words.title}
          </h2>
          <p>{isForeign ? say.foreign(badge.issuerHost ?? "") : words.text}</p>
        </div>
      </section>
      {badge && <Facts badge={badge} isTheirs={report.signature.outcome === "good"} />}
      <Section title={say.steps.title}>
        <ul className="check-badge-steps">
          {(["signature", "dates", "status"] as const).map((name) => (
            <li key={name}>
              <Badge tone={tones[report[name].outcome]}>
                <span aria-hidden="true">{marks[report[name].outcome]} </span>
                {say.steps[name]}
              </Badge>
              <span>
                {say.outcome[name][report[name].outcome]} {because(report[name])}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

const because = (step: Step): string => (step.because === undefined ? "" : say.because[step.because]);

/** What a badge says; of one that is not its issuer's, what the file claims. */
function Facts({ badge, isTheirs }: { badge: NonNullable<BadgeReport["badge"]>; isTheirs: boolean }) {
  const facts: [string, string | undefined][] = [
    [say.facts.holder, badge.holder],
    [say.facts.badge, badge.title],
    [say.facts.issuer, badge.issuer],
    [say.facts.host, isTheirs ? badge.issuerHost : undefined],
    [say.facts.from, shown(badge.validFrom)],
    [say.facts.until, shown(badge.validUntil)],
  ];
  return (
    <Section title={isTheirs ? say.facts.title : say.facts.claims}>
      <dl className="check-badge-facts">
        {facts.map(([term, value]) =>
          value === undefined ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {isTheirs && badge.address?.startsWith(`${location.origin}/`) && (
        <p>
          <a href={badge.address}>{say.open}</a>
        </p>
      )}
    </Section>
  );
}

const shown = (instant: string | undefined): string | undefined =>
  instant === undefined || Number.isNaN(Date.parse(instant)) ? undefined : written.format(new Date(instant));
