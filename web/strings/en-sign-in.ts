import { localized } from "./language.ts";

/** What the sign-in page says. */
export const signIn = localized("signIn", {
  title: "Sign in",
  welcome: "Your part in MTSS, one step at a time.",
  lead: "Choose your district. You sign in with your school account; Throughline never sees your password.",
  choose: "Your district",
  continueWith: (district: string) => `Continue with ${district}`,
  none: "No district has been set up yet. Whoever runs Throughline for you can add the first one.",
  returning: "You were signed out. Sign in to go back to where you were; what you wrote is kept on this device.",
  promises: [
    { title: "Learn your part", text: "Short lessons for your role, made for a phone or a Chromebook." },
    { title: "Try it on the job", text: "A small task in your own setting, with a coach who answers." },
    { title: "Earn what counts", text: "Hours and certificates that anyone can verify." },
  ],
});
