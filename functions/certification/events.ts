import { applyRulesToPerson } from "../assignment/actions/apply-rules-to-person.ts";
import { grant } from "../platform/grant.ts";
import { type Reaction, staffIn } from "../platform/reaction.ts";
import { issueReady } from "./actions/issue-certificate.ts";

/**
 * Issues a certificate when what a person did, or their place on the roster, has made them ready. What is assigned
 * does not matter to it: a certificate asks what was learned, not who asked for it.
 */
const issueWhenReady: Reaction = {
  name: "issue-certificates",
  job: "certification",
  concerns: (row) => (/^(PROFILE$|(E|OBS|REF|PIECE|CALIB|CERT|HELD)#)/.test(row.at) ? staffIn(row) : undefined),
  async run(ctx, staffId) {
    await issueReady(grant(ctx, "certificate:issue", { kind: "district" }), staffId);
  },
};

/** A certificate was issued or revoked: rules may ask about it. Assignment knows no certificates, so this stands here. */
const rulesToHolder: Reaction = {
  name: "rules-to-holder",
  job: "assignment",
  concerns: (row) => (row.at.startsWith("CERT#") ? staffIn(row) : undefined),
  run: async (ctx, staffId) => void (await applyRulesToPerson(grant(ctx, "assignment:write", { kind: "district" }), staffId)),
};

export const certificationReactions: readonly Reaction[] = [issueWhenReady, rulesToHolder];
