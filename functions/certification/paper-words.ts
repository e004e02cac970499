import { type LocalDate, writtenDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import type { CertificateStatus } from "./contract.ts";
import type { Certificate } from "./records.ts";

/** What a certificate and a transcript on paper say; `on` dates are written out. */
export type PaperWords = {
  certificate: string;
  subject: string;
  certifies: string;
  hasMet: string;
  /** Of one that was not earned here by what it asks for. */
  holds: string;
  issuedOn: string;
  validUntil: string;
  clockHours: string;
  number: string;
  meaning: string;
  check: string;
  qrAlt: (address: string) => string;
  withheld: string;
  /** Across the page of a certificate that is not in force. */
  notInForce: (dates: Pick<Certificate, "expiresOn" | "revokedOn" | "suspendedOn">) => {
    lapsed: string;
    suspended: string;
    revoked: string;
  };
  /** In the place of a name or a title whose letters the typefaces do not have. */
  unprintable: string;
  status: Record<CertificateStatus, string>;
  transcript: string;
  transcriptSubject: string;
  asOf: (date: string) => string;
  of: string;
  total: (hours: string, minutes: string) => string;
  rounding: string;
  modules: string;
  module: string;
  completedOn: string;
  minutes: string;
  sum: string;
  noModules: string;
  purposes: string;
  purposesHow: string;
  purpose: string;
  period: string;
  counted: string;
  cycle: (from: LocalDate, until: LocalDate | undefined) => string;
  ofAll: (units: string, needed: string | undefined) => string;
  certificates: string;
  standing: string;
  hours: string;
  noCertificates: string;
  foot: (page: number, pages: number, districtName: string, asOf: string) => string;
};

const en = (date: LocalDate | undefined): string => (date === undefined ? "" : writtenDate(date));
const es = (date: LocalDate | undefined): string => (date === undefined ? "" : writtenDate(date, "es"));

const english: PaperWords = {
  certificate: "Certificate",
  subject: "A certificate of professional learning, issued by a school district",
  certifies: "This certifies that",
  hasMet: "has met every requirement of",
  holds: "holds",
  issuedOn: "Issued on",
  validUntil: "Valid until",
  clockHours: "Clock hours",
  number: "Number",
  meaning: "What it means",
  check: "Check that it is real and in force today:",
  qrAlt: (address) => `QR code of the address at which this certificate can be checked: ${address}`,
  withheld:
    "Its holder has turned off the public page on which it could be checked. The district that issued it can confirm it by its number.",
  notInForce: ({ expiresOn, revokedOn, suspendedOn }) => ({
    lapsed: `Lapsed: it was in force until ${en(expiresOn)} and is not in force now`,
    suspended: `Suspended on ${en(suspendedOn)}: it is not in force now`,
    revoked: `Revoked on ${en(revokedOn)}: it is not in force`,
  }),
  unprintable: "(written in letters that this document cannot print; the district's record has them)",
  status: {
    active: "In force",
    renewalDue: "In force; time to renew",
    inGrace: "Over; can still be renewed",
    lapsed: "Lapsed",
    suspended: "Suspended",
    revoked: "Revoked",
  },
  transcript: "Transcript of professional learning",
  transcriptSubject: "Everything a person completed, with minutes, clock hours and certificates",
  asOf: (date) => `As of ${date}`,
  of: "Learning of",
  total: (hours, minutes) => `Clock hours in all: ${hours} (${minutes} minutes)`,
  rounding: "A clock hour is 60 approved minutes. The sum is rounded down to the quarter hour, once, at the end.",
  modules: "Completed modules",
  module: "Module",
  completedOn: "Completed on",
  minutes: "Minutes",
  sum: "In all",
  noModules: "No module is completed yet.",
  purposes: "What the hours count for",
  purposesHow:
    "Courses taken elsewhere that were approved are counted here. Each purpose has its own unit, rounding and cycle; whoever grants it decides.",
  purpose: "Purpose",
  period: "Cycle",
  counted: "Counted",
  cycle: (from, until) => (until === undefined ? `from ${en(from)}` : `${en(from)} to ${en(until)}`),
  ofAll: (units, needed) => (needed === undefined ? units : `${units} of ${needed}`),
  certificates: "Certificates",
  standing: "Status",
  hours: "Clock hours",
  noCertificates: "No certificate is issued yet.",
  foot: (page, pages, districtName, asOf) => `${districtName} · ${asOf} · page ${page} of ${pages}`,
};

const spanish: PaperWords = {
  certificate: "Certificado",
  subject: "Un certificado de aprendizaje profesional, emitido por un distrito escolar",
  certifies: "Se certifica que",
  hasMet: "cumplió todos los requisitos de",
  holds: "es titular de",
  issuedOn: "Emitido el",
  validUntil: "Válido hasta",
  clockHours: "Horas de formación",
  number: "Número",
  meaning: "Qué significa",
  check: "Compruebe que es auténtico y está vigente hoy:",
  qrAlt: (address) => `Código QR de la dirección en la que se puede verificar este certificado: ${address}`,
  withheld:
    "Su titular desactivó la página pública en la que se podría verificar. El distrito que lo emitió puede confirmarlo por su número.",
  notInForce: ({ expiresOn, revokedOn, suspendedOn }) => ({
    lapsed: `Vencido: estuvo vigente hasta el ${es(expiresOn)} y ya no lo está`,
    suspended: `Suspendido el ${es(suspendedOn)}: hoy no está vigente`,
    revoked: `Revocado el ${es(revokedOn)}: no está vigente`,
  }),
  unprintable: "(escrito en letras que este documento no puede imprimir; constan en el registro del distrito)",
  status: {
    active: "Vigente",
    renewalDue: "Vigente; es hora de renovarlo",
    inGrace: "Terminó; aún se puede renovar",
    lapsed: "Vencido",
    suspended: "Suspendido",
    revoked: "Revocado",
  },
  transcript: "Historial de aprendizaje profesional",
  transcriptSubject: "Todo lo que una persona completó, con minutos, horas de formación y certificados",
  asOf: (date) => `Al ${date}`,
  of: "Aprendizaje de",
  total: (hours, minutes) => `Horas de formación en total: ${hours} (${minutes} minutos)`,
  rounding: "Una hora de formación son 60 minutos aprobados. La suma se redondea hacia abajo al cuarto de hora, una vez, al final.",
  modules: "Módulos completados",
  module: "Módulo",
  completedOn: "Completado el",
  minutes: "Minutos",
  sum: "En total",
  noModules: "Todavía no hay ningún módulo completado.",
  purposes: "Para qué cuentan las horas",
  purposesHow:
    "Aquí cuentan también los cursos externos aprobados. Cada fin tiene su unidad, su redondeo y su ciclo; decide quien lo concede.",
  purpose: "Fin",
  period: "Ciclo",
  counted: "Contado",
  cycle: (from, until) => (until === undefined ? `desde el ${es(from)}` : `del ${es(from)} al ${es(until)}`),
  ofAll: (units, needed) => (needed === undefined ? units : `${units} de ${needed}`),
  certificates: "Certificados",
  standing: "Estado",
  hours: "Horas de formación",
  noCertificates: "Todavía no se emitió ningún certificado.",
  foot: (page, pages, districtName, asOf) => `${districtName} · ${asOf} · página ${page} de ${pages}`,
};

/** The words of each language. */
export const paperWords: Record<Language, PaperWords> = { en: english, es: spanish };
