import { useDeferredValue, useState } from "react";

/** Which part of a long list of people is looked at: of which kind, whose name fits, from which place on. Whoever looks for others begins at its start. */
export function usePeoplePart<Kind>(first: Kind) {
  const [kind, setKind] = useState(first);
  const [name, setName] = useState("");
  const [from, setFrom] = useState(0);
  const sought = useDeferredValue(name);
  const begin = (change: () => void): void => {
    setFrom(0);
    change();
  };
  return {
    kind,
    name,
    /** What is asked for: the name as far as it was typed when there was time to look. */
    part: { kind, name: sought, from },
    onKind: (next: Kind) => begin(() => setKind(() => next)),
    onName: (next: string) => begin(() => setName(next)),
    onGo: setFrom,
  };
}
