import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { AuthoringPage } from "../../../functions/curriculum/contract.ts";
import { useSession } from "../../app/session.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { DiscardDialog } from "./discard-dialog.tsx";
import { EditionList } from "./edition-list.tsx";
import { ModuleFrame } from "./module-frame.tsx";
import { useDraftKeeper } from "./use-draft-keeper.ts";

const say = authoring.module;

/** How a module stands in this district: what staff read, what is being written, and every edition there was. */
export function OverviewPage() {
  const { moduleId } = useParams({ from: "/signed-in/admin/content/$moduleId" });
  const { page } = useDraftKeeper(moduleId);
  return (
    <ModuleFrame moduleId={moduleId} tab="overview">
      <div className="admin-now">
        <Section title={say.inForce}>
          <InForce page={page} />
        </Section>
        <Section title={say.draft}>
          <Draft page={page} />
        </Section>
      </div>
      <Section title={say.editions}>
        {page.editions.length === 0 ? <p className="quiet">{say.noEditions}</p> : <EditionList page={page} />}
      </Section>
    </ModuleFrame>
  );
}

function InForce({ page }: { page: AuthoringPage }) {
  const { today } = useSession();
  const inForce = page.editions.find(({ state }) => state === "inForce");
  const words = !inForce
    ? page.isLocal
      ? say.nothingInForce
      : say.shippedInForce
    : inForce.isOriginal
      ? say.shippedAgain(inForce.number)
      : say.editionInForce(inForce.number, inForce.publishOn, today);
  return (
    <div className="card stack">
      <p>{words}</p>
      {inForce && <p className="quiet">{inForce.note}</p>}
      {Object.keys(page.current).length > 0 && (
        <div className="row">
          <ButtonLink to="/admin/content/$moduleId/preview" params={{ moduleId: page.moduleId }} search={{ text: "current" }}>
            {say.toPreview}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function Draft({ page }: { page: AuthoringPage }) {
  const { moduleId, draft } = page;
  const { district } = useSession();
  const { state } = useDraftKeeper(moduleId);
  const [isAsked, setAsked] = useState(false);
  const isOnDevice = state.status !== "saved";
  const params = { moduleId };
  if (!draft && !isOnDevice) {
    return (
      <div className="card stack">
        <p>{say.noDraft}</p>
        <div className="row">
          <ButtonLink kind="primary" to="/admin/content/$moduleId/edit" params={params}>
            {say.edit}
          </ButtonLink>
        </div>
      </div>
    );
  }
  return (
    <div className="card stack">
      <Badge tone="now">{authoring.list.hasDraft}</Badge>
      {draft && <p>{say.draftSaved(authoring.time(draft.savedAt, district.zone), draft.savedBy)}</p>}
      {isOnDevice && <p>{say.onDevice}</p>}
      <div className="row">
        <ButtonLink kind="primary" to="/admin/content/$moduleId/edit" params={params}>
          {say.goOn}
        </ButtonLink>
        <ButtonLink to="/admin/content/$moduleId/publish" params={params}>
          {say.toPublish}
        </ButtonLink>
        {Object.keys(page.current).length > 0 && (
          <Button kind="danger" onClick={() => setAsked(true)}>
            {say.discard}
          </Button>
        )}
      </div>
      {isAsked && <DiscardDialog moduleId={moduleId} onClose={() => setAsked(false)} />}
    </div>
  );
}
