import type { certificateWords as english } from "../en-certificates.ts";
import { count, quoted, words } from "./words.ts";

export const certificateWords: typeof english = {
  certificates: {
    title: "Certificados",
    lead: (minutes) =>
      minutes > 0
        ? `Ha ganado ${words.creditHours(minutes)} de crédito por módulos completados.`
        : "Cada módulo completado suma horas de formación, y los módulos juntos llevan a un certificado.",
    transcript: "Historial (PDF)",
    mine: "Mis certificados",
    noneTitle: "Todavía no hay certificados",
    none: "Se emite por sí solo el día en que se cumple el último requisito.",
    status: {
      active: "Vigente",
      renewalDue: "Por renovar",
      inGrace: "Terminado; aún renovable",
      lapsed: "Vencido",
      suspended: "Suspendido",
      revoked: "Revocado",
      renewed: "Renovado",
    },
    valid: (issuedOn, expiresOn) => `Emitido el ${words.fullDate(issuedOn)}, válido hasta el ${words.fullDate(expiresOn)}`,
    hours: (hours) => count(hours, "hora de formación", "horas de formación"),
    open: (title) => `Abrir el certificado ${quoted(title)}`,
    toward: (title) => `Hacia ${quoted(title)}`,
    requirements: (met, total) => `${met} de ${count(total, "requisito cumplido", "requisitos cumplidos")}`,
    met: "Cumplido",
    notMet: "Pendiente",
    howFar: (done, needed) => `${words.number(done)} de ${words.number(needed)}`,
    ready: "Todo está cumplido. El certificado se está emitiendo; aparece aquí en un momento.",
  },

  path: {
    inForce: "Su certificado está vigente",
    until: (expiresOn) => `Válido hasta el ${words.fullDate(expiresOn)}`,
    lapses: (expiresOn) => `Su certificado vence el ${words.fullDate(expiresOn)}`,
    renewal: "Está vigente hasta entonces. Si lo renueva antes de ese día, sigue sin interrupción.",
    whatToDo: "Vea qué tiene que hacer",
  },

  certificate: {
    back: "Todos los certificados",
    of: "Certificado",
    certifies: "Por la presente se certifica que",
    has: "ha cumplido todos los requisitos de",
    issued: "Emitido",
    expires: "Válido hasta",
    hours: "Horas de formación",
    number: "Número",
    verify: "Compruebe que es auténtico y está vigente hoy",
    disclaimer: "Emitido por el distrito como formación profesional. No es una licencia estatal.",
    download: "Descargar PDF",
    print: "Imprimir esta página",
    openVerification: "Abrir la página pública de verificación",
    statusNote: {
      active: undefined,
      renewalDue: (expiresOn, today) =>
        `Este certificado está vigente. Para conservarlo sin interrupción, renuévelo antes del ${words.day(expiresOn, today)}.`,
      renewed: (expiresOn, today) =>
        `Este certificado se renovó: el que le sigue está entre los suyos. Este conserva sus propias fechas, hasta el ${words.day(expiresOn, today)}.`,
      lapsed: (expiresOn, today) =>
        `Este certificado venció el ${words.day(expiresOn, today)}. Su trabajo sigue registrado; su coach puede decirle qué pide la renovación.`,
      inGrace: (expiresOn, today) =>
        `Este certificado venció el ${words.day(expiresOn, today)}. Por un tiempo breve todavía se puede renovar en lugar de obtenerlo de nuevo.`,
      suspended: () =>
        "Este certificado está suspendido mientras se aclara una pregunta. La administración de su distrito puede decirle por qué.",
      revoked: () =>
        "Este certificado fue revocado y así sigue registrado. El motivo, y cómo apelar dentro de 30 días, están en su página de certificados.",
    },
  },
};
