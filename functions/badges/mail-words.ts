import { type LocalDate, writtenDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import { letters, type Letters } from "../platform/letters.ts";

type To = { givenName: string; title: string; issuer: string; address: string };
type CountsFor = { modules: readonly Record<Language, string>[]; certifications: readonly string[] };

const listed = ({ modules, certifications }: CountsFor, language: Language): string => {
  const say = inWords[language];
  return [...modules.map((titles) => `- ${say.module(titles[language])}`), ...certifications.map((title) => `- ${say.held(title)}`)].join(
    "\n",
  );
};
const inWords: Record<Language, { module: (title: string) => string; held: (title: string) => string }> = {
  en: { module: (title) => `the module “${title}”`, held: (title) => `holding ${title}, where another certificate asks for it` },
  es: { module: (title) => `el módulo «${title}»`, held: (title) => `tener ${title}, donde otro certificado lo pide` },
};

/** What becomes of the rest when a badge counts no more. */
const nothingElse = {
  en: "A module that is yours to do has 30 contract days from today. Nothing else is lost: your certificates of this district and all you did stay as they are.",
  es: "Un módulo que le toca hacer tiene 30 días de contrato desde hoy. No se pierde nada más: sus certificados de este distrito y todo lo que hizo quedan como están.",
};

/** What people are written about badges of other issuers. */
export const badgesMail = {
  counts: ({
    givenName,
    title,
    issuer,
    address,
    by,
    until,
    reason,
    ...all
  }: To & CountsFor & { by: string; until: LocalDate | undefined; reason: string }): Letters =>
    letters(givenName, {
      en: {
        subject: `Your badge ${title} counts now`,
        paragraphs: [
          `${by} looked at your badge “${title}” of ${issuer}. ${until === undefined ? "It" : `Until ${writtenDate(until)} it`} counts for:`,
          listed(all, "en"),
          reason === "" ? "" : `In their words: ${reason}`,
          `See it here: ${address}`,
        ],
      },
      es: {
        subject: `Su insignia ${title} ya cuenta`,
        paragraphs: [
          `${by} miró su insignia «${title}» de ${issuer}. ${until === undefined ? "Cuenta" : `Hasta el ${writtenDate(until, "es")} cuenta`} para:`,
          listed(all, "es"),
          reason === "" ? "" : `En sus palabras: ${reason}`,
          `Véala aquí: ${address}`,
        ],
      },
    }),
  /** Its issuer does not stand behind it any more, or its signature does not hold. */
  withdrawn: ({ givenName, title, issuer, address, isForged, ...all }: To & CountsFor & { isForged: boolean }): Letters =>
    letters(givenName, {
      en: {
        subject: `Your badge ${title} counts no more`,
        paragraphs: [
          isForged
            ? `The signature of your badge “${title}” of ${issuer} does not agree any more with the keys they publish. From today it does not count here. It counted for:`
            : `${issuer} has revoked or suspended your badge “${title}”. From today it does not count here any more. It counted for:`,
          listed(all, "en"),
          `${nothingElse.en} If this is a mistake, ask the issuer; once they have put it right, an administrator decides again.`,
          `See it here: ${address}`,
        ],
      },
      es: {
        subject: `Su insignia ${title} ya no cuenta`,
        paragraphs: [
          isForged
            ? `La firma de su insignia «${title}» de ${issuer} ya no concuerda con las claves que publica quien la emitió. Desde hoy no cuenta aquí. Contaba para:`
            : `${issuer} revocó o suspendió su insignia «${title}». Desde hoy ya no cuenta aquí. Contaba para:`,
          listed(all, "es"),
          `${nothingElse.es} Si es un error, pregunte a quien la emitió; cuando lo haya corregido, la administración decide de nuevo.`,
          `Véala aquí: ${address}`,
        ],
      },
    }),
  /** It counted, and an administrator decided again. */
  takenBack: ({ givenName, title, issuer, address, by, reason, ...all }: To & CountsFor & { by: string; reason: string }): Letters =>
    letters(givenName, {
      en: {
        subject: `Your badge ${title} counts no more`,
        paragraphs: [
          `${by} looked at your badge “${title}” of ${issuer} again. From today it does not count here. It counted for:`,
          listed(all, "en"),
          reason === "" ? "" : `In their words: ${reason}`,
          nothingElse.en,
          `See it here: ${address}`,
        ],
      },
      es: {
        subject: `Su insignia ${title} ya no cuenta`,
        paragraphs: [
          `${by} volvió a mirar su insignia «${title}» de ${issuer}. Desde hoy no cuenta aquí. Contaba para:`,
          listed(all, "es"),
          reason === "" ? "" : `En sus palabras: ${reason}`,
          nothingElse.es,
          `Véala aquí: ${address}`,
        ],
      },
    }),
  doesNotCount: ({ givenName, title, issuer, address, by, reason }: To & { by: string; reason: string }): Letters =>
    letters(givenName, {
      en: {
        subject: `Your badge ${title} does not count here`,
        paragraphs: [
          `${by} looked at your badge “${title}” of ${issuer}: it does not count here.`,
          reason === "" ? "" : `In their words: ${reason}`,
          `See it here: ${address}`,
        ],
      },
      es: {
        subject: `Su insignia ${title} no cuenta aquí`,
        paragraphs: [
          `${by} miró su insignia «${title}» de ${issuer}: no cuenta aquí.`,
          reason === "" ? "" : `En sus palabras: ${reason}`,
          `Véala aquí: ${address}`,
        ],
      },
    }),
};
