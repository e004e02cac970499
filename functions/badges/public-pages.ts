import { html } from "hono/html";
import { levelNames } from "../certification/definitions.ts";
import type { CertificationDefinition } from "../certification/ladder-rules.ts";
import type { Language } from "../platform/language.ts";
import { type Page, plainPage } from "../platform/plain-page.ts";
import { achievementPage, criteriaPage, imagePage, issuerPage, type Place, statusListPage } from "./addresses.ts";
import { publicWords } from "./public-words.ts";

/** Where a badge's file is looked at in the browser. */
const checkPage = "/check-badge";

type Issuer = { place: Place; districtName: string; did: string; certifications: readonly CertificationDefinition[] };

/** The district as an issuer of badges, for people. */
export function issuerHtml({ place, districtName, did, certifications }: Issuer, language: Language): Page {
  const { brand, districtIssued, issuer: say } = publicWords[language];
  const links: [string, string][] = [
    [`${issuerPage(place)}/did.json`, say.links.did],
    [`${issuerPage(place)}/issuer.json`, say.links.profile],
    [statusListPage(place, "revocation", 1), say.links.revocation],
    [statusListPage(place, "suspension", 1), say.links.suspension],
  ];
  const main = html`<h1>${districtName}</h1>
      <p>${say.lead}</p>
      <section>
        <h2>${say.offered}</h2>
        <ul>
          ${certifications.map(({ id, title, level }) => html`<li><a href="${criteriaPage(place, id)}">${title} (${levelNames[language][level]})</a>: ${say.earned}</li>`)}
        </ul>
        <p>${districtIssued}</p>
      </section>
      <section>
        <h2>${say.check}</h2>
        <p>${say.checkText}</p>
        <p><a href="${checkPage}">${say.checkLink}</a></p>
      </section>
      <section>
        <h2>${say.programs}</h2>
        <p>${say.programsText(did)}</p>
        <ul>
          ${links.map(([address, words]) => html`<li><a href="${address}">${words}</a></li>`)}
        </ul>
      </section>`;
  return plainPage({ kind: "verify", title: districtName, brand, main, language });
}

type Criteria = { place: Place; districtName: string; definition: CertificationDefinition };

/** What a certification stands for and how it is earned: what the criteria of each of its badges lead to. */
export function criteriaHtml({ place, districtName, definition }: Criteria, language: Language): Page {
  const { brand, districtIssued, criteria: say } = publicWords[language];
  const { id, title, meaning, summary, validity } = definition;
  const main = html`<img class="badge" src="${imagePage(place, id, "svg")}" alt="${say.picture(title)}" width="160" height="160" />
      <h1>${title}</h1>
      <p>${say.by(districtName)}</p>
      <section>
        <h2>${say.standsFor}</h2>
        <p>${meaning}</p>
        <p>${districtIssued}</p>
      </section>
      <section>
        <h2>${say.asks}</h2>
        <p>${summary}</p>
      </section>
      <section>
        <h2>${say.lasts}</h2>
        <p>${say.years(validity.years)}</p>
      </section>
      <ul>
        <li><a href="${issuerPage(place)}">${say.toIssuer(districtName)}</a></li>
        <li><a href="${achievementPage(place, id)}">${say.forPrograms}</a></li>
      </ul>`;
  return plainPage({ kind: "verify", title, brand, main, language });
}

/** The answer to every address below `/badges` where nothing is published. */
export function unknownPage(language: Language): Page {
  const { brand, unknown } = publicWords[language];
  const main = html`<h1>${unknown.heading}</h1>
      <p>${unknown.sentence}</p>
      <p>${unknown.note}</p>`;
  return plainPage({ kind: "verify", title: unknown.heading, brand, main, language });
}
