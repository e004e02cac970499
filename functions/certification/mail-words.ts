import { type LocalDate, writtenDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import { letters, type Letters } from "../platform/letters.ts";
import { districtIssued } from "./definitions.ts";

type To = { givenName: string; title: string; address: string };
type Issued = To & { isRenewal: boolean; district: string; expiresOn: LocalDate; renewalOpensOn: LocalDate; verifyAddress: string };
type Changed = To & { district: string; expiresOn: LocalDate; dueOn: LocalDate; parts: Record<Language, readonly string[]> };

const listed = (all: readonly string[]): string => all.map((one) => `- ${one}`).join("\n");

/** What people are written about their certificates and applications. */
export const certificationMail = {
  issued: ({ givenName, title, isRenewal, district, expiresOn, renewalOpensOn, address, verifyAddress }: Issued): Letters =>
    letters(givenName, {
      en: {
        subject: isRenewal ? `You have renewed ${title}` : `You have earned ${title}`,
        paragraphs: [
          `${district} has issued your ${title} certificate. It is in force until ${writtenDate(expiresOn)} and can be renewed from ${writtenDate(renewalOpensOn)}.`,
          `See and print it: ${address}`,
          `Anyone you give this address can check that it is real: ${verifyAddress}`,
          districtIssued.en,
        ],
      },
      es: {
        subject: isRenewal ? `Renovó ${title}` : `Obtuvo ${title}`,
        paragraphs: [
          `${district} emitió su certificado ${title}. Vale hasta el ${writtenDate(expiresOn, "es")} y se puede renovar desde el ${writtenDate(renewalOpensOn, "es")}.`,
          `Véalo e imprímalo: ${address}`,
          `Quien reciba de usted esta dirección puede comprobar que es auténtico: ${verifyAddress}`,
          districtIssued.es,
        ],
      },
    }),
  revoked: ({ givenName, title, address }: To): Letters =>
    letters(givenName, {
      en: {
        subject: `Your ${title} certificate was revoked`,
        paragraphs: [
          `Your ${title} certificate was revoked today. The reason is on your certificates page, and you can appeal there within 30 days: someone who had no part in it decides.`,
          `Read the reason: ${address}`,
        ],
      },
      es: {
        subject: `Se revocó su certificado ${title}`,
        paragraphs: [
          `Su certificado ${title} se revocó hoy. La razón está en su página de certificados, y allí puede apelar en un plazo de 30 días: decide alguien que no participó en ello.`,
          `Lea la razón: ${address}`,
        ],
      },
    }),
  applicationReturned: ({ givenName, title, address }: To): Letters =>
    letters(givenName, {
      en: {
        subject: `A next step for your application: ${title}`,
        paragraphs: [
          `A reviewer has read your application for ${title} and sent it back with a comment. Everything you handed in is kept; you can hand it in again.`,
          `Read the comment: ${address}`,
        ],
      },
      es: {
        subject: `Un siguiente paso para su solicitud: ${title}`,
        paragraphs: [
          `Una persona revisora leyó su solicitud de ${title} y la devolvió con un comentario. Todo lo que entregó se conserva; puede entregarla de nuevo.`,
          `Lea el comentario: ${address}`,
        ],
      },
    }),
  appealDecided: ({
    givenName,
    isOverturned,
    decider,
    comment,
    address,
  }: Omit<To, "title"> & { isOverturned: boolean; decider: string | undefined; comment: string }): Letters =>
    letters(givenName, {
      en: {
        subject: "Your appeal was decided",
        paragraphs: [
          isOverturned
            ? "Your appeal was successful. What it was about has been put right."
            : "Your appeal was decided; the decision it was about stands.",
          `${decider ?? "Whoever decided it"} wrote: "${comment}"`,
          `Read it: ${address}`,
        ],
      },
      es: {
        subject: "Se decidió su apelación",
        paragraphs: [
          isOverturned
            ? "Su apelación tuvo éxito. Aquello de lo que trataba se corrigió."
            : "Se decidió su apelación; la decisión de la que trataba se mantiene.",
          `${decider ?? "Quien la decidió"} escribió: «${comment}»`,
          `Léala: ${address}`,
        ],
      },
    }),
  changed: ({ givenName, title, district, expiresOn, dueOn, parts, address }: Changed): Letters =>
    letters(givenName, {
      en: {
        subject: `Something changed in ${title}: please look at it by ${writtenDate(dueOn)}`,
        paragraphs: [
          `Since you earned ${title}, ${district} has changed something it rests on. Your certificate stays as it is, until ${writtenDate(expiresOn)}. You are asked for the changed part alone, by ${writtenDate(dueOn)}:`,
          listed(parts.en),
          `What you do now counts for your next renewal. Begin here: ${address}`,
        ],
      },
      es: {
        subject: `Algo cambió en ${title}: véalo a más tardar el ${writtenDate(dueOn, "es")}`,
        paragraphs: [
          `Desde que obtuvo ${title}, ${district} cambió algo en lo que se basa. Su certificado queda como está, hasta el ${writtenDate(expiresOn, "es")}. Se le pide solo la parte que cambió, a más tardar el ${writtenDate(dueOn, "es")}:`,
          listed(parts.es),
          `Lo que haga ahora cuenta para su próxima renovación. Empiece aquí: ${address}`,
        ],
      },
    }),
};
