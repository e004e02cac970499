import type { signIn as english } from "../en-sign-in.ts";

export const signIn: typeof english = {
  title: "Iniciar sesión",
  welcome: "Su parte en MTSS, un paso a la vez.",
  lead: "Elija su distrito. Usted inicia sesión con su cuenta escolar; Throughline nunca ve su contraseña.",
  choose: "Su distrito",
  continueWith: (district) => `Continuar con ${district}`,
  none: "Todavía no se ha configurado ningún distrito. Quien administra Throughline puede añadir el primero.",
  returning: "Su sesión se cerró. Inicie sesión para volver a donde estaba; lo que escribió se guarda en este dispositivo.",
  promises: [
    { title: "Aprenda su parte", text: "Lecciones cortas para su puesto, hechas para un teléfono o un Chromebook." },
    { title: "Pruébelo en su trabajo", text: "Una tarea pequeña en su propio entorno, con un coach que responde." },
    { title: "Gane lo que cuenta", text: "Horas y certificados que cualquiera puede verificar." },
  ],
};
