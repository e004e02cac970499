import { rowsOf } from "../platform/district-table.ts";
import type { Item } from "../platform/table.ts";
import { agreementOf } from "../portfolio/calibration-rules.ts";
import { observationForm } from "../portfolio/forms.ts";
import { calibrationRatings, observations, pieces, references } from "../portfolio/records.ts";
import { referenceForm } from "../portfolio/reference-form.ts";
import { partPercents } from "../portfolio/rules.ts";
import { samplesIn } from "../portfolio/samples.ts";
import { staffPartition } from "../roster/records.ts";
import type { Finding } from "./contract.ts";

type Difference = [expected: string, found: string];
const ignore = (): void => undefined;

/**
 * What of a person's portfolio counts towards a certificate follows from what was seen and chosen: percents from scores,
 * agreement from levels, acceptance from a reviewer's word.
 */
export function checkPortfolio(staffId: string, items: Item[]): Finding[] {
  const say = (at: string, [expected, found]: Difference): Finding => ({
    kind: "portfolioDiffers",
    row: `${staffPartition(staffId)} / ${at}`,
    expected,
    found,
  });
  return [...observed(items), ...recommended(items), ...handedIn(items), ...rated(items)].map(({ at, differs }) => say(at, differs));
}

type Placed = { at: string; differs: Difference };

function observed(items: Item[]): Placed[] {
  return rowsOf(observations, items, ignore).flatMap(({ id, kind, formVersion, scores, parts }) => {
    const form = observationForm(kind);
    // An edition that is over cannot be worked out again.
    if (form.version !== formVersion) return [];
    return unlessSame(`OBS#${id}`, inWords(partPercents(form, scores)), inWords(parts));
  });
}

const inWords = (parts: readonly { id: string; percent: number }[]): string =>
  parts.map(({ id, percent }) => `${id} ${percent} %`).join(", ");

function recommended(items: Item[]): Placed[] {
  const form = referenceForm();
  return rowsOf(references, items, ignore).flatMap(({ id, state, formVersion, scores, percent, answeredOn }) => {
    const at = `REF#${id}`;
    if (state !== "given") return percent === undefined ? [] : unlessSame(at, `no percent while it is ${state}`, `${percent} %`);
    if (scores === undefined || answeredOn === undefined) return unlessSame(at, "scores and a day", "none");
    if (formVersion !== form.version) return [];
    return unlessSame(at, `${Math.min(...partPercents(form, scores).map((part) => part.percent))} %`, `${percent} %`);
  });
}

function handedIn(items: Item[]): Placed[] {
  return rowsOf(pieces, items, ignore).flatMap(({ id, state, reviews }) => {
    const last = reviews.at(-1)?.decision;
    if (state === "accepted")
      return unlessSame(`PIECE#${id}`, "a reviewer who accepted it", last === "accept" ? "a reviewer who accepted it" : "none");
    return state === "returned" && last !== "return" ? unlessSame(`PIECE#${id}`, "a reviewer who returned it", "none") : [];
  });
}

function rated(items: Item[]): Placed[] {
  const criteria = new Map(samplesIn("en").map(({ id, criteria: all }) => [id, all.map((one) => one.id)]));
  return rowsOf(calibrationRatings, items, ignore).flatMap(({ id, staffId, sampleId, levels, agreement }) => {
    const all = criteria.get(sampleId);
    if (!agreement || !all) return [];
    const wanted = agreement.withId === staffId ? "someone else's rating" : `${agreementOf(all, levels, agreement.levels)} % in agreement`;
    return unlessSame(`CALIB#${id}`, wanted, `${agreement.percent} % in agreement`);
  });
}

const unlessSame = (at: string, expected: string, found: string): Placed[] =>
  expected === found ? [] : [{ at, differs: [expected, found] }];
