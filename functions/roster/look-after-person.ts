import { changePerson } from "./actions/change-person.ts";
import { mergePeople } from "./actions/merge-people.ts";
import { takeMergeBack } from "./actions/take-merge-back.ts";
import { undoChange } from "./actions/undo-change.ts";
import { readPersonRecord } from "./read-person.ts";
import { readTimeline } from "./read-timeline.ts";

/** All that an administrator does with one person's record: loaded together, when the first of it is asked for. */
export const person = { changePerson, undoChange, mergePeople, takeMergeBack, readPersonRecord, readTimeline };
