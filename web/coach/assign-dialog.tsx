import { Suspense } from "react";
import { coach } from "../strings/en-coach.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { AssignFlow } from "./assign-flow.tsx";

/** Assigning to one person, over their page. */
export function AssignDialog({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  return (
    <Dialog title={coach.assign.dialogTitle(person.name)} onClose={onClose}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <AssignFlow person={person} />
      </Suspense>
    </Dialog>
  );
}
