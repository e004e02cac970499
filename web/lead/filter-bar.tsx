import { useNavigate } from "@tanstack/react-router";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import { lead } from "../strings/en-lead.ts";
import { Button } from "../ui/button.tsx";
import { FilterSelect } from "../ui/filter-field.tsx";
import type { View } from "./filter.ts";
import { AsOfField } from "./past.tsx";
import { levelOptions, roleOptions } from "./filter-options.ts";

const { filter: say } = lead;

/** Which schools and which roles; the choice goes to the address at once. */
export function FilterBar({
  view,
  levelLabel = say.level,
  hasLevel = true,
  hasPast = false,
  isBusy,
}: {
  view: View;
  levelLabel?: string;
  hasLevel?: boolean;
  hasPast?: boolean;
  isBusy: boolean;
}) {
  const navigate = useNavigate();
  const change = (part: { level?: SchoolLevel | undefined; role?: JobRole | undefined; asOf?: undefined }) =>
    void navigate({
      to: ".",
      resetScroll: false,
      search: (before: View) => Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined)),
    });
  return (
    <div className="lead-filter no-print" role="group" aria-label={say.legend}>
      {hasLevel && (
        <FilterSelect
          label={levelLabel}
          value={view.level ?? ""}
          options={levelOptions}
          onChoose={(value) => change({ level: value === "" ? undefined : value })}
        />
      )}
      <FilterSelect
        label={say.role}
        value={view.role ?? ""}
        options={roleOptions}
        onChoose={(value) => change({ role: value === "" ? undefined : value })}
      />
      {hasPast && <AsOfField view={view} />}
      {((hasLevel && view.level !== undefined) || view.role !== undefined || (hasPast && view.asOf !== undefined)) && (
        <Button kind="quiet" onClick={() => change({ level: undefined, role: undefined, asOf: undefined })}>
          {say.clear}
        </Button>
      )}
      <span className="lead-refreshing" role="status">
        {isBusy ? say.refreshing : ""}
      </span>
    </div>
  );
}
