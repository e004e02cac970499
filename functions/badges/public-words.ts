import { districtIssued } from "../certification/definitions.ts";
import type { Language } from "../platform/language.ts";

type Words = {
  brand: string;
  issuer: {
    lead: string;
    offered: string;
    earned: string;
    check: string;
    checkText: string;
    checkLink: string;
    programs: string;
    programsText: (did: string) => string;
    links: { did: string; profile: string; revocation: string; suspension: string };
  };
  criteria: {
    by: (district: string) => string;
    picture: (title: string) => string;
    standsFor: string;
    asks: string;
    lasts: string;
    years: (years: number) => string;
    forPrograms: string;
    toIssuer: (district: string) => string;
  };
  districtIssued: string;
  unknown: { heading: string; sentence: string; note: string };
};

const english: Words = {
  brand: "Badges",
  issuer: {
    lead: "This district signs each certificate as an Open Badge. Anyone can check one without asking anybody: the keys it is signed with are published here.",
    offered: "What it issues",
    earned: "What it stands for, and how it is earned",
    check: "Check a badge",
    checkText: "Drop a badge's file on the checking page. It is looked at in your own browser and goes nowhere.",
    checkLink: "Check a badge file",
    programs: "For programs",
    programsText: (did) => `The issuer's name in each badge is ${did}.`,
    links: {
      did: "Keys (DID document)",
      profile: "Issuer profile",
      revocation: "List of revoked badges",
      suspension: "List of suspended badges",
    },
  },
  criteria: {
    by: (district) => `A certificate of ${district}`,
    picture: (title) => `The badge of ${title}`,
    standsFor: "What it stands for",
    asks: "What it asks for",
    lasts: "How long it lasts",
    years: (years) => (years === 1 ? "One year from its issue; then it is renewed." : `${years} years from its issue; then it is renewed.`),
    forPrograms: "The same for programs",
    toIssuer: (district) => `${district} as an issuer of badges`,
  },
  districtIssued: districtIssued.en,
  unknown: {
    heading: "There is nothing at this address",
    sentence: "Nothing is published here.",
    note: "This says nothing about any person: an address without a badge always looks like this.",
  },
};

const spanish: Words = {
  brand: "Insignias",
  issuer: {
    lead: "Este distrito firma cada certificado como una Open Badge. Cualquiera puede comprobarla sin preguntar a nadie: las claves con que se firma se publican aquí.",
    offered: "Lo que emite",
    earned: "Qué significa y cómo se obtiene",
    check: "Comprobar una insignia",
    checkText: "Suelte el archivo de una insignia en la página de comprobación. Se examina en su propio navegador y no sale de él.",
    checkLink: "Comprobar un archivo de insignia",
    programs: "Para programas",
    programsText: (did) => `El nombre del emisor en cada insignia es ${did}.`,
    links: {
      did: "Claves (documento DID)",
      profile: "Perfil del emisor",
      revocation: "Lista de insignias revocadas",
      suspension: "Lista de insignias suspendidas",
    },
  },
  criteria: {
    by: (district) => `Un certificado de ${district}`,
    picture: (title) => `La insignia de ${title}`,
    standsFor: "Qué significa",
    asks: "Qué pide",
    lasts: "Cuánto dura",
    years: (years) =>
      years === 1 ? "Un año desde su emisión; después se renueva." : `${years} años desde su emisión; después se renueva.`,
    forPrograms: "Lo mismo para programas",
    toIssuer: (district) => `${district} como emisor de insignias`,
  },
  districtIssued: districtIssued.es,
  unknown: {
    heading: "No hay nada en esta dirección",
    sentence: "Aquí no se publica nada.",
    note: "Esto no dice nada de ninguna persona: una dirección sin insignia siempre se ve así.",
  },
};

/** What the public pages about badges say. */
export const publicWords: Record<Language, Words> = { en: english, es: spanish };
