import { useState } from "react";
import type { SessionView } from "../../functions/roster/contract.ts";
import { deviceStorage } from "./device-storage.ts";
import { useSession } from "./session.ts";

/** Whose something on this device is: nobody else who signs in on it sees it. */
export const personKey = ({ staffId, district }: SessionView): string => `${district.id}.${staffId}`;

/** Under which name this device keeps something of a person's own that is not sent. */
export const draftKeyOf = (person: string, name: string): string => `throughline.draft.${person}.${name}`;

/** The same for the signed-in person. */
export const draftKey = (session: SessionView, name: string): string => draftKeyOf(personKey(session), name);

/** Text that stays on this device, under the signed-in person's name, until it has been sent. */
export function useDraft(name: string): { text: string; setText: (text: string) => void; clear: () => void } {
  const key = draftKey(useSession(), name);
  const [text, setText] = useState(() => deviceStorage().getItem(key) ?? "");
  return {
    text,
    setText: (next) => {
      setText(next);
      if (next === "") deviceStorage().removeItem(key);
      else deviceStorage().setItem(key, next);
    },
    clear: () => {
      setText("");
      deviceStorage().removeItem(key);
    },
  };
}
