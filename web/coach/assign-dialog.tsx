import { Suspense } from "react";
import { assignWords } from "../strings/en-assign.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { AssignFlow } from "./assign-flow.tsx";

/** Assigning to one person, over their page. */
export function AssignDialog({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  return (
    <Dialog title={assignWords.dialogTitle(person.name)} onClose={onClose}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <AssignFlow person={person} />
      </Suspense>
    </Dialog>
  );
}
