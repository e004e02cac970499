import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AuthoringPage, EditionView } from "../../../functions/curriculum/contract.ts";
import { useSession } from "../../app/session.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { GoBackDialog } from "./go-back-dialog.tsx";
import { lessonsIn } from "./module-files.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const say = authoring.module;
const tones: Record<EditionView["state"], Tone> = { inForce: "good", scheduled: "wait", past: "neutral" };

type Asked = { kind: "goBack"; number: number | undefined } | { kind: "withdraw"; edition: EditionView };

/** Every edition, the newest first, with what can be done about it. Nothing in it is ever lost. */
export function EditionList({ page }: { page: AuthoringPage }) {
  const { moduleId, editions, isLocal } = page;
  const [asked, setAsked] = useState<Asked>();
  const inForce = editions.find(({ state }) => state === "inForce");
  const close = () => setAsked(undefined);
  return (
    <div className="stack">
      <ul className="admin-editions">
        {editions.map((edition) => (
          <Edition key={edition.number} page={page} edition={edition} onAsk={setAsked} />
        ))}
      </ul>
      {!isLocal && inForce && !inForce.isOriginal && (
        <div className="row">
          <Button onClick={() => setAsked({ kind: "goBack", number: undefined })}>{say.goBackShipped}</Button>
        </div>
      )}
      {asked?.kind === "goBack" && <GoBackDialog page={page} number={asked.number} onClose={close} />}
      {asked?.kind === "withdraw" && <WithdrawDialog moduleId={moduleId} edition={asked.edition} onClose={close} />}
    </div>
  );
}

function Edition({ page, edition, onAsk }: { page: AuthoringPage; edition: EditionView; onAsk: (asked: Asked) => void }) {
  const { today } = useSession();
  const { number, state, isOriginal, publishOn, publishedBy, note, again } = edition;
  const titles = new Map(lessonsIn({ ...page.shipped, ...page.current }).map(({ id, title }) => [id, title]));
  const name = say.editionName(number);
  return (
    <li className="card admin-edition">
      <div className="stack" data-gap="small">
        <p className="row">
          <strong className="admin-edition-name">{name}</strong>
          <Badge tone={tones[state]}>{say.states[state]}</Badge>
          {isOriginal && <span className="quiet">{say.isOriginal}</span>}
        </p>
        <p>{note}</p>
        <p className="quiet small">{say.by(publishOn, publishedBy, today)}</p>
        {again.length > 0 && <p className="quiet small">{say.again(again.map((id) => titles.get(id) ?? id))}</p>}
      </div>
      <div className="row admin-edition-acts">
        {state !== "inForce" && (
          <Link
            to="/admin/content/$moduleId/compare"
            params={{ moduleId: page.moduleId }}
            search={state === "past" ? { from: String(number), to: "current" } : { from: "current", to: String(number) }}
          >
            {say.compare}
            <span className="visually-hidden">: {name}</span>
          </Link>
        )}
        {state === "past" && !(page.isLocal && isOriginal) && (
          <Button onClick={() => onAsk({ kind: "goBack", number })}>
            {say.goBack}
            <span className="visually-hidden">: {name}</span>
          </Button>
        )}
        {state === "scheduled" && (
          <Button onClick={() => onAsk({ kind: "withdraw", edition })}>
            {say.withdraw}
            <span className="visually-hidden">: {name}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
