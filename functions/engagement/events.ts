import { type Reaction, staffIn } from "../platform/reaction.ts";
import { coverEveryTeam, coverTeams } from "./actions/cover-teams.ts";
import { rollUpOrCall } from "./actions/call-roll-up.ts";
import { summarizeStaff } from "./actions/summarize-staff.ts";
import { pointerKey } from "./records.ts";

/** Something of a person changed: their summary rows are made anew. Its own pointer is no reason to begin again. */
const summaries: Reaction = {
  name: "staff-summary",
  job: "engagement",
  concerns: (row) => (row.at === pointerKey ? undefined : staffIn(row)),
  run: (ctx, staffId) => summarizeStaff(ctx, staffId),
};

/** A summary row of a school, or the school itself, changed: its figures are worked out anew. */
const rollUps: Reaction = {
  name: "school-roll-up",
  job: "engagement",
  concerns: ({ of, at }) => (at.startsWith("STAFF#") ? schoolAt(of) : of === "" ? schoolAt(at) : undefined),
  run: rollUpOrCall,
};

/** A seat, what is known of its holder, a place or the plan of the teams changed: how they stand is worked out anew. */
const teams: Reaction = {
  name: "team-coverage",
  job: "engagement",
  concerns: ({ of, at }) => {
    if (of === "") return at === "TEAMS" ? everyPlace : schoolAt(at);
    return /^SEAT(ED)?#/.test(at) ? schoolAt(of) : undefined;
  },
  run: (ctx, place) => (place === everyPlace ? coverEveryTeam(ctx) : coverTeams(ctx, place)),
};
const everyPlace = "#every";

function schoolAt(key: string): string | undefined {
  return /^S#([^#]+)$/.exec(key)?.[1];
}

/** First people, then schools and teams; each is right whatever arrives first. */
export const engagementReactions: readonly Reaction[] = [summaries, rollUps, teams];
