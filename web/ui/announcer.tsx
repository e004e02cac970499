import { useEffect, useState, useSyncExternalStore } from "react";
import { announcements, type Message } from "../app/announce.ts";
import "./announcer.css";

const shownForMs = 5_000;

/** The page's two live regions and its toast. Rendered once, at the root, so that it is there before it speaks. */
export function Announcer() {
  const messages = useSyncExternalStore(announcements.subscribe, announcements.latest);
  const toast = messages.findLast(({ isShown }) => isShown);
  const [goneId, setGoneId] = useState(0);
  const toastId = toast?.id;
  useEffect(() => {
    if (toastId === undefined) return;
    const timer = setTimeout(() => setGoneId(toastId), shownForMs);
    return () => clearTimeout(timer);
  }, [toastId]);
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite" aria-relevant="additions">
        <Words messages={messages.filter(({ isUrgent }) => !isUrgent)} />
      </div>
      <div className="visually-hidden" role="alert" aria-relevant="additions">
        <Words messages={messages.filter(({ isUrgent }) => isUrgent)} />
      </div>
      {toast && toast.id !== goneId && (
        <div className="toast no-print" aria-hidden="true">
          {toast.text}
        </div>
      )}
    </>
  );
}

function Words({ messages }: { messages: readonly Message[] }) {
  return messages.map(({ id, text }) => <p key={id}>{text}</p>);
}
