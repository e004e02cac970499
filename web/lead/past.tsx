import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { FrozenWeek } from "../../functions/engagement/contract.ts";
import { useSession } from "../app/session.ts";
import { figures } from "../strings/en-figures.ts";
import type { View } from "./filter.ts";

const { past: say } = figures;

/** Chooses a day that is past; the page then shows the week frozen on or before it. An empty day is today. */
export function AsOfField({ view }: { view: View }) {
  const id = useId();
  const { today } = useSession();
  const navigate = useNavigate();
  const choose = (asOf: string) =>
    void navigate({
      to: ".",
      resetScroll: false,
      search: ({ asOf: _, ...before }: View) => (asOf === "" || asOf >= today ? before : { ...before, asOf }),
    });
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {say.field}
      </label>
      <input
        id={id}
        type="date"
        className="input"
        max={today}
        defaultValue={view.asOf ?? today}
        key={view.asOf ?? ""}
        // A year that is still being typed is no day yet.
        onChange={({ target }) => (target.value === "" || target.value >= "2000-01-01") && choose(target.value)}
      />
    </div>
  );
}

/** Says that the page shows the past, and which week. */
export function PastNote({ frozen }: { frozen: FrozenWeek | undefined }) {
  return frozen ? <p className="lead-past">{say.note(frozen.asOf)}</p> : null;
}
