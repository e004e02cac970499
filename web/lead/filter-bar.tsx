import { useNavigate } from "@tanstack/react-router";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import { lead } from "../strings/en-lead.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { levelOptions, roleOptions, type View } from "./filter.ts";

const { filter: say } = lead;

/** Which schools and which roles; the choice goes to the address at once. */
export function FilterBar({ view, levelLabel = say.level, hasLevel = true, isBusy }: { view: View; levelLabel?: string; hasLevel?: boolean; isBusy: boolean }) {
  const navigate = useNavigate();
  const change = (part: { level?: SchoolLevel | undefined; role?: JobRole | undefined }) =>
    void navigate({
      to: ".",
      resetScroll: false,
      search: (before: View) => Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined)),
    });
  return (
    <div className="lead-filter no-print" role="group" aria-label={say.legend}>
      {hasLevel && (
        <SelectField
          label={levelLabel}
          value={view.level ?? ""}
          options={levelOptions}
          onChange={({ target }) => change({ level: target.value === "" ? undefined : (target.value as SchoolLevel) })}
        />
      )}
      <SelectField label={say.role} value={view.role ?? ""} options={roleOptions} onChange={({ target }) => change({ role: target.value === "" ? undefined : (target.value as JobRole) })} />
      {((hasLevel && view.level !== undefined) || view.role !== undefined) && (
        <Button kind="quiet" onClick={() => change({ level: undefined, role: undefined })}>
          {say.clear}
        </Button>
      )}
      <span className="lead-refreshing" role="status">
        {isBusy ? say.refreshing : ""}
      </span>
    </div>
  );
}
