import { html, raw } from "hono/html";
import type { Language } from "../platform/language.ts";
import { writtenDate, type LocalDate } from "../platform/dates.ts";
import { type Page, plainPage } from "../platform/plain-page.ts";
import { certifications, claimOf, inLanguage, levelNames } from "./definitions.ts";
import type { PublicCertificate } from "./records.ts";
import { certificateStatus } from "./status-rules.ts";
import { type PublicStatus, verificationWords } from "./verification-words.ts";

type Tone = PublicStatus | "unknown";

const shown = (date: LocalDate, language: Language): Page => html`<time datetime="${date}">${writtenDate(date, language)}</time>`;

/** Each verdict has a shape of its own, so that none is told by its color alone. */
const icons: Record<Tone, string> = {
  active: '<circle cx="24" cy="24" r="21"/><path d="m14 25 7 7 13-15"/>',
  renewalDue: '<circle cx="24" cy="24" r="21"/><path d="M24 12v13l8 6"/>',
  suspended: '<circle cx="24" cy="24" r="21"/><path d="M18 15v18M30 15v18"/>',
  lapsed: '<circle cx="24" cy="24" r="21" stroke-dasharray="6 5"/><path d="M14 24h20"/>',
  revoked: '<path d="M15 4h18l11 11v18L33 44H15L4 33V15z"/><path d="m16 16 16 16M32 16 16 32"/>',
  unknown: '<circle cx="24" cy="24" r="21"/><path d="M18 18a6 6 0 1 1 9 5c-2 1-3 2-3 5M24 34v1"/>',
};

/** Where a certificate's proof is, for those who check it themselves. Who makes the proof knows the addresses. */
export type ProofLinks = {
  /** A page on which the reader's own browser checks it. */
  check: string;
  files: { format: "png" | "svg" | "json" | "jwt"; address: string }[];
  issuer: string;
  keys: string;
};

type Shown = { today: LocalDate; language: Language; proof?: ProofLinks | undefined };

/** The public page of a certificate: what it says, whether it is in force today, and nothing else about its holder. */
export function certificatePage(certificate: PublicCertificate, { today, language, proof }: Shown): Page {
  const say = verificationWords[language];
  const standing = certificateStatus(certificate, today);
  const status = standing === "inGrace" ? "lapsed" : standing;
  const found = certifications.find(({ title }) => title === certificate.title);
  const definition = found && inLanguage(found, language);
  const facts: [string, string | Page][] = [
    [say.facts.holder, certificate.holderName],
    [say.facts.certificate, certificate.title],
    ...(definition ? [[say.facts.level, levelNames[language][definition.level]] satisfies [string, string]] : []),
    [say.facts.issuedBy, certificate.districtName],
    [say.facts.issuedOn, shown(certificate.issuedOn, language)],
    [status === "revoked" ? say.facts.wouldHaveRun : say.facts.validUntil, shown(certificate.expiresOn, language)],
    ...(status === "revoked" && certificate.revokedOn !== undefined
      ? [[say.facts.revokedOn, shown(certificate.revokedOn, language)] satisfies [string, Page]]
      : []),
    [say.facts.checkedOn, shown(today, language)],
  ];
  const body = html`
      <dl class="facts">
        ${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
      </dl>
      <section>
        <h2>${say.meaning}</h2>
        ${found ? html`<p>${claimOf(certificate, found, language)}</p>` : raw("")}
        <p>${say.districtIssued}</p>
      </section>
      <section>
        <h2>${say.checked.title}</h2>
        <p>${say.checked.text}</p>
      </section>
      ${proof ? proofSection(proof, language) : raw("")}`;
  return layout({ tone: status, ...say.verdict(certificate, status, today), body, language });
}

/** How to check it without this page, and the files to take along. */
function proofSection({ check, files, issuer, keys }: ProofLinks, language: Language): Page {
  const { proof: say } = verificationWords[language];
  return html`<section>
        <h2>${say.title}</h2>
        <p>${say.text}</p>
        <p><a href="${check}">${say.check}</a></p>
        <h3>${say.take}</h3>
        <ul>
          ${files.map(({ format, address }) => html`<li><a href="${address}" download>${say.files[format]}</a></li>`)}
        </ul>
        <h3>${say.without}</h3>
        <ol>
          ${say.steps(keys).map((step) => html`<li>${step}</li>`)}
        </ol>
        <p><a href="${issuer}">${say.issuer}</a></p>
      </section>`;
}

/** The answer to every address that is no certificate's: the same for all of them. */
export function unknownCertificatePage(language: Language = "en"): Page {
  const { heading, sentence, todo, steps, note } = verificationWords[language].unknown;
  const body = html`
      <section>
        <h2>${todo}</h2>
        <ul>
          ${steps.map((step) => html`<li>${step}</li>`)}
        </ul>
        <p>${note}</p>
      </section>`;
  return layout({ tone: "unknown", heading, sentence, body, language });
}

/** The answer while the records cannot be read: it must not look like a verdict. */
export function uncheckedCertificatePage(language: Language = "en"): Page {
  return layout({ tone: "unknown", ...verificationWords[language].unchecked, body: raw(""), language });
}

type Layout = { tone: Tone; heading: string; sentence: string; body: Page; language: Language };

function layout({ tone, heading, sentence, body, language }: Layout): Page {
  const main = html`<div class="verdict ${tone}">
        <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">${raw(icons[tone])}</svg>
        <div>
          <h1>${heading}</h1>
          <p>${sentence}</p>
        </div>
      </div>${body}`;
  return plainPage({ kind: "verify", title: heading, brand: verificationWords[language].brand, main, language });
}
