import { useEffect, useRef } from "react";
import { t } from "../strings/en.ts";
import { Icon } from "../ui/icon.tsx";
import { announce } from "./announce.ts";
import { useOnline } from "./use-online.ts";

/** Says plainly that there is no connection and what that means for one's work; says so again when it is back. */
export function OfflineBanner() {
  const isOnline = useOnline();
  const wasOnline = useRef(isOnline);
  useEffect(() => {
    if (wasOnline.current !== isOnline) announce(isOnline ? t.offline.back : t.offline.banner);
    wasOnline.current = isOnline;
  }, [isOnline]);
  if (isOnline) return null;
  return (
    <aside className="offline-banner no-print" aria-label={t.offline.title}>
      <Icon name="offline" />
      <p>{t.offline.banner}</p>
    </aside>
  );
}
