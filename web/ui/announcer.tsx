import { useEffect, useState, useSyncExternalStore } from "react";
import { messages } from "../app/announce.ts";
import "./announcer.css";

const shownForMs = 5_000;

/** The page's two live regions and its toast. Rendered once, at the root, so that it is there before it speaks. */
export function Announcer() {
  const message = useSyncExternalStore(messages.subscribe, messages.latest);
  const [goneId, setGoneId] = useState(0);
  useEffect(() => {
    if (!message?.isShown) return;
    const timer = setTimeout(() => setGoneId(message.id), shownForMs);
    return () => clearTimeout(timer);
  }, [message]);
  const isToastShown = message?.isShown === true && message.id !== goneId;
  // A zero-width mark that changes each time makes the same words be said again.
  const words = message ? message.text + "\u200B".repeat(message.id % 2) : "";
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {message && !message.isUrgent ? words : ""}
      </div>
      <div className="visually-hidden" role="alert">
        {message?.isUrgent ? words : ""}
      </div>
      {isToastShown && (
        <div className="toast no-print" aria-hidden="true">
          {message.text}
        </div>
      )}
    </>
  );
}
