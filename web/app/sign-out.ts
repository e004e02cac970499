import { useState } from "react";
import { toast } from "./announce.ts";
import { t } from "../strings/en.ts";
import { persistentFetch } from "./api.ts";

/** Ends the session here and at the district's identity provider; the whole page is left, so nothing read stays in memory. */
export function useSignOut(): { signOut: () => Promise<void>; isSigningOut: boolean } {
  const [isSigningOut, setSigningOut] = useState(false);
  const signOut = async () => {
    if (isSigningOut) return;
    setSigningOut(true);
    try {
      const response = await persistentFetch("/auth/sign-out", { method: "POST" });
      const { goTo } = (await response.json()) as { goTo?: string };
      location.assign(goTo ?? "/sign-in");
    } catch {
      setSigningOut(false);
      toast(t.errors.actionOffline);
    }
  };
  return { signOut, isSigningOut };
}
