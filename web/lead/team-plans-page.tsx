import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SeatPlan, SeatRole, TeamPlan, TeamPlans } from "../../functions/roster/team-contract.ts";
import { seatRoles } from "../../functions/roster/seats-contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { catalogQuery } from "../app/directory.ts";
import { useSend } from "../app/use-send.ts";
import { teamWords } from "../strings/en-teams.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, SelectField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { teamPlansQuery } from "./team-queries.ts";
import "./teams.css";

const { plans: say } = teamWords;

/** Which teams there are, which seats they have, and what each seat asks for; saved as a whole. */
export function TeamPlansPage() {
  const { data: saved } = useSuspenseQuery(teamPlansQuery);
  // A new version begins a new form: whoever reloads after a conflict sees what stands.
  return <PlansForm key={saved.version} saved={saved} />;
}

function PlansForm({ saved }: { saved: TeamPlans }) {
  const [plans, setPlans] = useState(saved.plans);
  const queries = useQueryClient();
  const { send, isSending, error } = useSend({
    send: (json: TeamPlans, options) => ask(client.api["team-plans"].$put({ json }, options)),
    refreshes: [["team-plans"], ["teams"]],
    onDone: () => toast(say.saved),
  });
  const change = (next: TeamPlan) => setPlans((before) => before.map((plan) => (plan.team === next.team ? next : plan)));
  return (
    <Page title={say.title} lead={say.lead} eyebrow={<Link to="/district/teams">{teamWords.page.back}</Link>}>
      {plans.map((plan) => (
        <TeamFields key={plan.team} plan={plan} onChange={change} />
      ))}
      {error instanceof ApiProblem && error.code === "conflict" ? (
        <Notice kind="warn" title={error.title ?? ""} isAlert>
          <p>{error.detail}</p>
          <Button onClick={() => void queries.invalidateQueries(teamPlansQuery)}>{say.reload}</Button>
        </Notice>
      ) : (
        error && <ProblemNotice error={error} />
      )}
      <div className="row">
        <Button kind="primary" isBusy={isSending} busyLabel={say.saving} onClick={() => send({ version: saved.version, plans })}>
          {say.save}
        </Button>
      </div>
    </Page>
  );
}

function TeamFields({ plan, onChange }: { plan: TeamPlan; onChange: (plan: TeamPlan) => void }) {
  const setSeat = (role: SeatRole, seat: SeatPlan | undefined) => {
    const byRole = new Map(plan.seats.map((one) => [one.role, one]));
    if (seat) byRole.set(role, seat);
    else byRole.delete(role);
    onChange({ ...plan, seats: seatRoles.flatMap((one) => byRole.get(one) ?? []) });
  };
  return (
    <Section title={teamWords.team(plan.team)}>
      <Checkbox
        label={plan.team === "districtLeadership" ? say.isRunDistrict : say.isRun}
        checked={plan.isRun}
        onChange={({ target }) => onChange({ ...plan, isRun: target.checked })}
      />
      {plan.isRun && (
        <ul className="team-seats">
          {seatRoles.map((role) => (
            <SeatFields
              key={role}
              role={role}
              seat={plan.seats.find((one) => one.role === role)}
              onChange={(seat) => setSeat(role, seat)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

type SeatFieldsProps = { role: SeatRole; seat: SeatPlan | undefined; onChange: (seat: SeatPlan | undefined) => void };

function SeatFields({ role, seat, onChange }: SeatFieldsProps) {
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const need = seat ? (seat.isRequired ? "required" : "optional") : "none";
  const [first, ...others] = seat?.training ?? [];
  return (
    <li className="card team-seat">
      <h3>{say.has(role)}</h3>
      <SelectField
        label={say.need}
        value={need}
        onChange={({ target }) =>
          onChange(target.value === "none" ? undefined : { role, training: seat?.training ?? [], isRequired: target.value === "required" })
        }
        options={[
          { value: "required", label: say.required },
          { value: "optional", label: say.optional },
          { value: "none", label: say.none },
        ]}
      />
      {seat && (
        <SelectField
          label={say.training(role)}
          value={first ? `${first.kind} ${first.id}` : ""}
          onChange={({ target }) => {
            const [kind, id] = target.value.split(" ");
            const chosen = id === undefined ? [] : [{ kind: kind === "module" ? ("module" as const) : ("certification" as const), id }];
            onChange({ ...seat, training: [...chosen, ...others] });
          }}
          options={[
            { value: "", label: say.noTraining },
            ...catalog.modules.map(({ id, title }) => ({ value: `module ${id}`, label: title })),
            { value: "certification foundations", label: say.certificate("MTSS Foundations") },
          ]}
        />
      )}
    </li>
  );
}
