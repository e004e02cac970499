import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { peerWords } from "../strings/en-peers.ts";
import { PurgeForm } from "./purge-form.tsx";

const say = peerWords.review;

type Props = { of: { staffId: string; certificationId: string; staffName: string }; referenceId: string };

/** Empties a recommendation in which a student can be recognized. */
export function PurgeRecommendation({ of: { staffId, certificationId, staffName }, referenceId }: Props) {
  const sending = useSend({
    send: (json: { reason: string }, options) =>
      ask(
        client.api.applications[":staffId"][":certificationId"].recommendations[":referenceId"].purge.$post(
          { param: { staffId, certificationId, referenceId }, json },
          options,
        ),
      ),
    refreshes: [["applications"]],
    onDone: ({ isTold }) => toast(say.purgeDone(staffName, isTold)),
  });
  return <PurgeForm words={say.purge} sending={sending} />;
}
