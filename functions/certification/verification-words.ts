import type { Language } from "../platform/language.ts";
import { writtenDate, type LocalDate } from "../platform/dates.ts";
import type { CertificateStatus } from "./contract.ts";
import { districtIssued } from "./definitions.ts";
import type { PublicCertificate } from "./records.ts";

/** Where a certificate stands as a stranger is told: that it could still be renewed is its holder's own matter. */
export type PublicStatus = Exclude<CertificateStatus, "inGrace">;

/** The verdict in words: what is true today, and what that means for whoever asks. */
type Verdict = { heading: string; sentence: string };

type Words = {
  brand: string;
  verdict: (certificate: PublicCertificate, status: PublicStatus, today: LocalDate) => Verdict;
  facts: Record<
    "holder" | "certificate" | "level" | "issuedBy" | "issuedOn" | "validUntil" | "wouldHaveRun" | "revokedOn" | "checkedOn",
    string
  >;
  meaning: string;
  districtIssued: string;
  checked: { title: string; text: string };
  proof: {
    title: string;
    text: string;
    check: string;
    take: string;
    files: Record<"png" | "svg" | "json" | "jwt", string>;
    without: string;
    steps: (keys: string) => string[];
    issuer: string;
  };
  unknown: Verdict & { todo: string; steps: string[]; note: string };
  unchecked: Verdict;
};

const english: Words = {
  brand: "Certificate check",
  verdict: ({ renewalOpensOn, expiresOn, revokedOn, suspendedOn }, status, today) =>
    ({
      active: { heading: "This certificate is valid today", sentence: `It is in force until ${writtenDate(expiresOn)}.` },
      renewalDue: {
        heading: "This certificate is valid today; its renewal is due",
        sentence: `It is in force until ${writtenDate(expiresOn)}. Its holder has been able to renew it since ${writtenDate(renewalOpensOn)}.`,
      },
      lapsed: {
        heading: "This certificate has lapsed",
        sentence: `It is genuine and was in force until ${writtenDate(expiresOn)}. It is not in force today; a renewal would have a link of its own.`,
      },
      suspended: {
        heading: "This certificate is suspended",
        sentence: `The district suspended it on ${writtenDate(suspendedOn ?? today)} while something about it is looked into. It is not in force today.`,
      },
      revoked: {
        heading: "This certificate was revoked",
        sentence: `The district withdrew it on ${writtenDate(revokedOn ?? today)}. It is not in force, whatever a copy of it says.`,
      },
    })[status],
  facts: {
    holder: "Holder",
    certificate: "Certificate",
    level: "Level",
    issuedBy: "Issued by",
    issuedOn: "Issued on",
    validUntil: "Valid until",
    wouldHaveRun: "Would have run until",
    revokedOn: "Revoked on",
    checkedOn: "Checked on",
  },
  meaning: "What it means",
  districtIssued: districtIssued.en,
  checked: {
    title: "How it was checked",
    text: "This page was made from the district's own record when you opened it. If a printed or saved copy shows another name, title or date, the copy was altered and this page is right.",
  },
  proof: {
    title: "Check it yourself",
    text: "This certificate is also an Open Badge: a file that the district signed. It can be checked without this page, also by programs of others.",
    check: "Check the signature in your browser",
    take: "Take it along",
    files: {
      png: "As a picture with the badge in it (PNG)",
      svg: "As a drawing with the badge in it (SVG)",
      json: "As data with its proof (JSON-LD)",
      jwt: "As a signed token (JWT)",
    },
    without: "Without any page of ours",
    steps: (keys) => [
      "Download the badge as data or as a token.",
      `Open it with any verifier of Open Badges 3.0. It takes the district's keys from ${keys}.`,
      "Compare the holder, the title and the dates with what you were shown. The verifier also asks whether it was revoked.",
    ],
    issuer: "Who issues these badges",
  },
  unknown: {
    heading: "There is no certificate at this address",
    sentence: "Nothing could be checked.",
    todo: "What you can do",
    steps: [
      "Open the link again from where it was given to you; part of it may be missing.",
      "Ask the person who gave it to you to send it from their certificates page.",
    ],
    note: "This says nothing about any person: an address without a certificate always looks like this.",
  },
  unchecked: { heading: "This cannot be checked right now", sentence: "Please open this page again in a few minutes." },
};

const on = (date: LocalDate) => writtenDate(date, "es");

const spanish: Words = {
  brand: "Verificación de certificados",
  verdict: ({ renewalOpensOn, expiresOn, revokedOn, suspendedOn }, status, today) =>
    ({
      active: { heading: "Este certificado es válido hoy", sentence: `Está vigente hasta el ${on(expiresOn)}.` },
      renewalDue: {
        heading: "Este certificado es válido hoy; ya se puede renovar",
        sentence: `Está vigente hasta el ${on(expiresOn)}. Su titular puede renovarlo desde el ${on(renewalOpensOn)}.`,
      },
      lapsed: {
        heading: "Este certificado venció",
        sentence: `Es auténtico y estuvo vigente hasta el ${on(expiresOn)}. Hoy no está vigente; una renovación tendría su propio enlace.`,
      },
      suspended: {
        heading: "Este certificado está suspendido",
        sentence: `El distrito lo suspendió el ${on(suspendedOn ?? today)} mientras se revisa algo de él. Hoy no está vigente.`,
      },
      revoked: {
        heading: "Este certificado fue revocado",
        sentence: `El distrito lo retiró el ${on(revokedOn ?? today)}. No está vigente, diga lo que diga una copia.`,
      },
    })[status],
  facts: {
    holder: "Titular",
    certificate: "Certificado",
    level: "Nivel",
    issuedBy: "Emitido por",
    issuedOn: "Emitido el",
    validUntil: "Válido hasta",
    wouldHaveRun: "Habría valido hasta",
    revokedOn: "Revocado el",
    checkedOn: "Verificado el",
  },
  meaning: "Qué significa",
  districtIssued: districtIssued.es,
  checked: {
    title: "Cómo se verificó",
    text: "Esta página se hizo con el registro del propio distrito cuando usted la abrió. Si una copia impresa o guardada muestra otro nombre, título o fecha, la copia fue alterada y esta página es la correcta.",
  },
  proof: {
    title: "Compruébelo usted",
    text: "Este certificado es también una Open Badge: un archivo que firmó el distrito. Se puede comprobar sin esta página, también con programas de otros.",
    check: "Comprobar la firma en su navegador",
    take: "Llévelo consigo",
    files: {
      png: "Como imagen que contiene la insignia (PNG)",
      svg: "Como dibujo que contiene la insignia (SVG)",
      json: "Como datos con su prueba (JSON-LD)",
      jwt: "Como texto firmado (JWT)",
    },
    without: "Sin ninguna página nuestra",
    steps: (keys) => [
      "Descargue la insignia como datos o como texto firmado.",
      `Ábrala con cualquier verificador de Open Badges 3.0. Toma las claves del distrito de ${keys}.`,
      "Compare el titular, el título y las fechas con lo que le mostraron. El verificador también pregunta si fue revocada.",
    ],
    issuer: "Quién emite estas insignias",
  },
  unknown: {
    heading: "No hay ningún certificado en esta dirección",
    sentence: "No se pudo verificar nada.",
    todo: "Qué puede hacer",
    steps: [
      "Abra de nuevo el enlace desde donde se lo dieron; puede faltar una parte.",
      "Pida a quien se lo dio que lo envíe desde su página de certificados.",
    ],
    note: "Esto no dice nada de ninguna persona: una dirección sin certificado siempre se ve así.",
  },
  unchecked: { heading: "En este momento no se puede verificar", sentence: "Abra esta página de nuevo en unos minutos, por favor." },
};

/** What the public page of a certificate says. */
export const verificationWords: Record<Language, Words> = { en: english, es: spanish };
