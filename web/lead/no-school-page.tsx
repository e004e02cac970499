import { lead } from "../strings/en-lead.ts";
import { t } from "../strings/en.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";

/** For someone who opens "my school" and leads none today: why, and who can change it. */
export function NoSchoolPage() {
  return (
    <Page title={t.shell.navigation.schoolLeader} width="narrow">
      <EmptyState title={lead.school.noneTitle}>{lead.school.none}</EmptyState>
    </Page>
  );
}
