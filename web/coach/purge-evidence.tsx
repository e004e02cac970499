import type { EvidenceView } from "../../functions/learning/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { reviewWords } from "../strings/en-review.ts";
import { PurgeForm } from "./purge-form.tsx";

const say = reviewWords.purge;

/** Empties evidence in which a student can be recognized. */
export function PurgeEvidence({ evidence, version }: { evidence: EvidenceView; version: number }) {
  const { staffId, moduleId, submission, staffName, state } = evidence;
  const sending = useSend({
    send: ({ reason }: { reason: string }, options) =>
      ask(
        client.api.staff[":staffId"].evidence[":moduleId"][":submission"].purge.$post(
          { param: { staffId, moduleId, submission: String(submission) }, json: { reason, version } },
          options,
        ),
      ),
    refreshes: [["person", staffId], ["caseload"], ["school"]],
    onDone: ({ isTold }) => toast(say.done(staffName, isTold)),
  });
  return <PurgeForm words={{ ...say, hint: state === "accepted" ? say.hintAccepted : say.hint }} sending={sending} />;
}
