import type { AuthoringPage } from "../../../functions/curriculum/contract.ts";
import { useSession } from "../../app/session.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { ButtonAnchorLink } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice, ProblemNotice } from "../../ui/notice.tsx";
import { clashPanelId } from "./clash-panel.tsx";
import type { KeeperState } from "./draft-keeper.ts";

const say = authoring.edit;

/** Where what one types is kept by now. Only trouble is read out: that all is well, said at every pause, would be noise. */
export function SaveLine({ page, state }: { page: AuthoringPage; state: KeeperState }) {
  const { district } = useSession();
  const { status, refusal, isRestored } = state;
  if (status === "refused")
    return (
      <div className="stack" data-gap="small">
        <p className="admin-write-trouble">{say.refused}</p>
        {refusal && <ProblemNotice error={refusal} />}
      </div>
    );
  if (status === "unreachable" || status === "signedOut")
    return (
      <Notice kind="warn" isAlert>
        {say.status[status]}
      </Notice>
    );
  if (status === "clash")
    return (
      <Notice kind="warn" title={say.clashTitle(page.draft?.savedBy ?? say.someone)}>
        <p>{say.clashWaits}</p>
        <ButtonAnchorLink href={`#${clashPanelId}`}>{say.clashLook}</ButtonAnchorLink>
      </Notice>
    );
  const words =
    status !== "saved"
      ? say.status[status]
      : page.draft
        ? say.status.savedAt(authoring.time(page.draft.savedAt, district.zone))
        : say.status.nothing;
  return (
    <p className="admin-write-saved quiet small">
      <Icon name={status === "saved" ? "check" : "clock"} size={16} />
      {words}
      {isRestored && ` ${say.restored}`}
    </p>
  );
}
