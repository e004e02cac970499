import { contentFiles } from "../../content/compile/build.ts";
import type { ContentSource } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { compileFiles, validPair } from "../content/valid-content.ts";
import { contentFrom, openTestStore } from "../support/store.ts";

/** Two small modules, m01 and m02, as a build ships them. */
function shippedContent(): ContentSource {
  return contentFrom(Object.fromEntries([...contentFiles(compileFiles(validPair()))].map(([name, value]) => [name, value()])));
}

export type CurriculumWorld = Awaited<ReturnType<typeof openCurriculum>>;

/** A store with shipped content, and the administrators of its two districts. */
export async function openCurriculum() {
  const store = await openTestStore({ content: shippedContent() });
  const grants = [{ role: "staff" as const }, { role: "districtAdministrator" as const }];
  return {
    ...store,
    /** An administrator's context, new for each request as a real one is. */
    administrator: (district?: District) =>
      store.as(
        "content:write",
        { staffId: "stf_admin", name: "Sam Whitfield", grants, ...(district && { district }) },
        { kind: "district" },
      ),
    /** A teacher's context. */
    reader: (district?: District) => store.as("learning:write", { staffId: "stf_ana", ...(district && { district }) }),
  };
}
