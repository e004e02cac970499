import { grant } from "../platform/grant.ts";
import { type Reaction, staffIn } from "../platform/reaction.ts";
import { issueCertificate } from "./actions/issue-certificate.ts";
import { certifications } from "./definitions.ts";

/**
 * Issues a certificate when what a person did, or their place on the roster, has made them ready. What is assigned
 * does not matter to it: a certificate asks what was learned, not who asked for it.
 */
const issueWhenReady: Reaction = {
  name: "issue-certificates",
  job: "certification",
  concerns: (row) => (row.at === "PROFILE" || row.at.startsWith("E#") ? staffIn(row) : undefined),
  async run(ctx, staffId) {
    const granted = grant(ctx, "certificate:issue", { kind: "district" });
    for (const { id } of certifications) await issueCertificate(granted, { staffId, certificationId: id });
  },
};

export const certificationReactions: readonly Reaction[] = [issueWhenReady];
