import type { account as english } from "../en-account.ts";
import { count } from "./words.ts";

export const account: typeof english = {
  language: "Idioma",
  scheme: "Apariencia",
  schemes: { system: "Como este dispositivo", light: "Claro", dark: "Oscuro" },
  signOut: "Cerrar sesión",
  signingOut: "Cerrando sesión…",
  signOutWaiting: (n) =>
    `${count(n, "paso espera", "pasos esperan")} en este dispositivo. Se quedan aquí, a su nombre, y se envían la próxima vez que inicie sesión en él.`,
};
