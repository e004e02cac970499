import { html, raw } from "hono/html";
import type { LocalDate } from "../platform/dates.ts";
import type { CertificateStatus } from "./contract.ts";
import { certifications, districtIssued } from "./definitions.ts";
import type { PublicCertificate } from "./records.ts";
import { certificateStatus, writtenDate } from "./rules.ts";

type Page = ReturnType<typeof html>;
type Tone = CertificateStatus | "unknown";

const shown = (date: LocalDate): Page => html`<time datetime="${date}">${writtenDate(date)}</time>`;

/** Each verdict has a shape of its own, so that none is told by its color alone. */
const icons: Record<Tone, string> = {
  active: '<circle cx="24" cy="24" r="21"/><path d="m14 25 7 7 13-15"/>',
  renewalDue: '<circle cx="24" cy="24" r="21"/><path d="M24 12v13l8 6"/>',
  lapsed: '<circle cx="24" cy="24" r="21" stroke-dasharray="6 5"/><path d="M14 24h20"/>',
  revoked: '<path d="M15 4h18l11 11v18L33 44H15L4 33V15z"/><path d="m16 16 16 16M32 16 16 32"/>',
  unknown: '<circle cx="24" cy="24" r="21"/><path d="M18 18a6 6 0 1 1 9 5c-2 1-3 2-3 5M24 34v1"/>',
};

/** The verdict in words: what is true today, and what that means for whoever asks. */
function verdict(certificate: PublicCertificate, today: LocalDate): { status: CertificateStatus; heading: string; sentence: string } {
  const { renewalOpensOn, expiresOn, revokedOn } = certificate;
  const status = certificateStatus(certificate, today);
  switch (status) {
    case "active":
      return { status, heading: "This certificate is valid today", sentence: `It is in force until ${writtenDate(expiresOn)}.` };
    case "renewalDue":
      return {
        status,
        heading: "This certificate is valid today; its renewal is due",
        sentence: `It is in force until ${writtenDate(expiresOn)}. Its holder has been able to renew it since ${writtenDate(renewalOpensOn)}.`,
      };
    case "lapsed":
      return {
        status,
        heading: "This certificate has lapsed",
        sentence: `It is genuine and was in force until ${writtenDate(expiresOn)}. It is not in force today; a renewal would have a link of its own.`,
      };
    case "revoked":
      return {
        status,
        heading: "This certificate was revoked",
        sentence: `The district withdrew it on ${writtenDate(revokedOn ?? today)}. It is not in force, whatever a copy of it says.`,
      };
  }
}

/** The public page of a certificate: what it says, whether it is in force today, and nothing else about its holder. */
export function certificatePage(certificate: PublicCertificate, today: LocalDate): Page {
  const { status, heading, sentence } = verdict(certificate, today);
  const definition = certifications.find(({ title }) => title === certificate.title);
  const facts: [string, string | Page][] = [
    ["Holder", certificate.holderName],
    ["Certificate", certificate.title],
    ...(definition ? [["Level", definition.level] satisfies [string, string]] : []),
    ["Issued by", certificate.districtName],
    ["Issued on", shown(certificate.issuedOn)],
    [status === "revoked" ? "Would have run until" : "Valid until", shown(certificate.expiresOn)],
    ...(status === "revoked" && certificate.revokedOn !== undefined
      ? [["Revoked on", shown(certificate.revokedOn)] satisfies [string, Page]]
      : []),
    ["Checked on", shown(today)],
  ];
  const body = html`
      <dl class="facts">
        ${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
      </dl>
      <section>
        <h2>What it means</h2>
        ${definition ? html`<p>${definition.meaning}</p>` : raw("")}
        <p>${districtIssued}</p>
      </section>
      <section>
        <h2>How it was checked</h2>
        <p>
          This page was made from the district's own record when you opened it. If a printed or saved copy shows another name, title or date, the
          copy was altered and this page is right.
        </p>
      </section>`;
  return layout({ tone: status, heading, sentence, body });
}

/** The answer to every address that is no certificate's: the same for all of them. */
export function unknownCertificatePage(): Page {
  const body = html`
      <section>
        <h2>What you can do</h2>
        <ul>
          <li>Open the link again from where it was given to you; part of it may be missing.</li>
          <li>Ask the person who gave it to you to send it from their certificates page.</li>
        </ul>
        <p>This says nothing about any person: an address without a certificate always looks like this.</p>
      </section>`;
  return layout({ tone: "unknown", heading: "There is no certificate at this address", sentence: "Nothing could be checked.", body });
}

/** The answer while the records cannot be read: it must not look like a verdict. */
export function uncheckedCertificatePage(): Page {
  return layout({
    tone: "unknown",
    heading: "This cannot be checked right now",
    sentence: "Please open this page again in a few minutes.",
    body: raw(""),
  });
}

function layout({ tone, heading, sentence, body }: { tone: Tone; heading: string; sentence: string; body: Page }): Page {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>${heading} · Throughline</title>
    <link rel="stylesheet" href="/verify.css" />
  </head>
  <body class="verify">
    <header><p class="brand">Throughline <span>Certificate check</span></p></header>
    <main>
      <div class="verdict ${tone}">
        <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">${raw(icons[tone])}</svg>
        <div>
          <h1>${heading}</h1>
          <p>${sentence}</p>
        </div>
      </div>${body}
    </main>
  </body>
</html>`;
}
