import type { account as english } from "../en-account.ts";
import { count } from "./words.ts";

export const account: typeof english = {
  language: "Idioma",
  scheme: "Apariencia",
  schemes: { system: "Como este dispositivo", light: "Claro", dark: "Oscuro" },
  mail: {
    title: "Recordatorios por correo",
    lead: "Como mucho un correo al día. Lo que le escriba una persona llega igual, y sus fechas no cambian.",
    loading: "Buscando…",
    none: "Su distrito no envía recordatorios por sí mismo.",
    inThisLanguage: "Todo el correo en español",
    saved: "Guardado. Vale desde ahora.",
    kinds: {
      overdue: "Algo pasó su fecha",
      dueSoon: "Algo vence pronto",
      returned: "Una práctica volvió con un comentario",
      newlyAssigned: "Se me asignó algo nuevo",
      renewal: "Un certificado se puede renovar",
      reviewWaiting: "Una práctica espera mi revisión",
      decisionWaiting: "Un trabajo o una solicitud espera mi decisión",
      peopleOverdue: "Personas a las que apoyo llevan mucho atraso",
      leaderDigest: "Cómo está mi escuela o distrito, una vez por semana",
    },
  },
  signOut: "Cerrar sesión",
  signingOut: "Cerrando sesión…",
  signOutWaiting: (n) =>
    `${count(n, "paso espera", "pasos esperan")} en este dispositivo. Se quedan aquí, a su nombre, y se envían la próxima vez que inicie sesión en él.`,
};
