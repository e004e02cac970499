import { useState } from "react";
import { deviceStorage } from "./device-storage.ts";
import { useSession } from "./session.ts";

/** Text that stays on this device, under the signed-in person's name, until it has been sent. */
export function useDraft(name: string): { text: string; setText: (text: string) => void; clear: () => void } {
  const { staffId, district } = useSession();
  const key = `throughline.draft.${district.id}.${staffId}.${name}`;
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
