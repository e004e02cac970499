import { strToU8 } from "fflate";
import { enterHistory } from "../../functions/certification/actions/enter-history.ts";
import { findHistoryImport } from "../../functions/certification/read-history.ts";
import { taskKinds } from "../../functions/lambda/task-kinds.ts";
import { storedFileName } from "../../functions/learning/records.ts";
import { commit } from "../../functions/platform/commit.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import type { Observation } from "../../functions/portfolio/records.ts";
import { observations, pieces, references, calibrationRatings } from "../../functions/portfolio/records.ts";
import { testDistrict } from "../support/store.ts";
import { coreIds, learned, openMemoryCertificationWorld } from "./world.ts";

/** A store whose people climb the ladder: with a portfolio, reviewers and a district that decides. */
export async function openLadderWorld() {
  const world = await openMemoryCertificationWorld();
  const setup = () => world.job("setup", "roster:write");
  const administrator = (staffId = "stf_admin") =>
    world.as("certification:write", { staffId, grants: [{ role: "districtAdministrator" }] }, { kind: "district" });
  let made = 0;
  const enter = async (staffId: string, write: Parameters<typeof commit>[1]["writes"][number]) =>
    commit(setup(), { action: "entered", subject: `staff:${staffId}`, writes: [write], result: null });
  return {
    ...world,
    /** The whole teacher's path of the test, with the practice task that Practitioner asks for. */
    learnPath: (staffId: string, at = "2026-10-01T15:00:00.000Z") =>
      world.enter([...coreIds, "m07", "m08"].map((id) => learned(staffId, id, at, ["m01", "m07", "m08"].includes(id)))),
    async observe(staffId: string, observedOn: string, percent = 90, kind: Observation["kind"] = "practice") {
      const id = `obs_${made++}`;
      const row = {
        id,
        staffId,
        kind,
        observedOn,
        observerId: "stf_observer",
        observerName: "Observer",
        formVersion: 1,
        scores: {},
        comment: "",
      };
      const parts = [{ id: "all", percent }];
      await enter(staffId, observations.put({ ...row, parts, recordedAt: `${observedOn}T15:00:00.000Z`, version: 0 }));
    },
    async accept(staffId: string, kind: "coachingCycle" | "learnerOutcomes", doneOn: string) {
      const id = `pce_${made++}`;
      const row = {
        id,
        staffId,
        staffName: "A",
        kind,
        title: "Done",
        doneOn,
        text: "Done.",
        state: "accepted" as const,
        submission: 1,
        reviews: [],
        earlier: [],
        file: { id: `fil_${made++}`, name: "cycle.pdf", mediaType: "application/pdf", bytes: 8 },
      };
      await world.services.files.put(storedFileName(testDistrict.id, staffId, row.file.id), strToU8("%PDF-1.7"), row.file.mediaType);
      await enter(staffId, pieces.put({ ...row, submittedAt: `${doneOn}T15:00:00.000Z`, version: 0 }));
    },
    async recommend(staffId: string, answeredOn: string, percent = 90) {
      const id = `ref_${made++}`;
      const asked = {
        id,
        staffId,
        staffName: "A",
        refereeId: "stf_colleague",
        refereeName: "Colleague",
        comment: "They rehearse with people.",
        askedAt: `${answeredOn}T12:00:00.000Z`,
        note: "",
      };
      await enter(
        staffId,
        references.put({ ...asked, state: "given", percent, answeredOn, answeredAt: `${answeredOn}T15:00:00.000Z`, version: 0 }),
      );
    },
    async agree(staffId: string, sampleId: string, on: string, percent = 90) {
      const id = `cal_${made++}`;
      const agreement = { withId: "stf_other", withName: "Other", percent, on, levels: {}, reason: "" };
      const row = { id, staffId, staffName: "A", sampleId, ratedAt: `${on}T15:00:00.000Z`, ratedOn: on, levels: {}, reason: "", agreement };
      await enter(staffId, calibrationRatings.put({ ...row, version: 0 }));
    },
    of: (staffId: string) => world.as("certificate:apply", { staffId }),
    reviewer: (staffId: string, name = staffId) =>
      world.as("application:review", { staffId, name, grants: [{ role: "coach" }] }, { kind: "district" }),
    leader: (staffId: string) => world.as("appeal:decide", { staffId, grants: [{ role: "districtLeader" }] }, { kind: "district" }),
    administrator,
    /** Enters past certificates to the end, as the background does; says what the file would enter, and with which import. */
    async enterPast(file: Uint8Array, staffId?: string) {
      const preview = await enterHistory(administrator(staffId), file);
      const begun = preview.importId === undefined ? undefined : await findHistoryImport(setup(), preview.importId);
      if (begun?.taskId !== undefined) await runTask(world.services, taskKinds, testDistrict.id, begun.taskId);
      return preview;
    },
  };
}
export type LadderWorld = Awaited<ReturnType<typeof openLadderWorld>>;
