import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useSession } from "../app/session.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Page, Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { HrUpload } from "./hr-upload.tsx";
import { importsQuery } from "./queries.ts";
import { RosterExport } from "./roster-export.tsx";
import { RosterUpload } from "./roster-upload.tsx";
import { TitlesLeftOut } from "./titles-left-out.tsx";

const { page: say } = rosterWords;

/** The administrator's first screen: bring in a roster, and what earlier ones changed. */
export function RosterPage() {
  const { data: imports } = useSuspenseQuery(importsQuery);
  const { district } = useSession();
  return (
    <Page title={say.title} lead={say.lead}>
      <AdminNavigation />
      <Section title={say.upload}>
        <RosterUpload />
      </Section>
      <Section title={say.hr}>
        <HrUpload />
      </Section>
      <Section title={say.leftOut}>
        <TitlesLeftOut />
      </Section>
      <Section title={say.export}>
        <RosterExport />
      </Section>
      <Section title={say.past}>
        {imports.length === 0 ? (
          <p className="quiet">{say.pastNone}</p>
        ) : (
          <Table
            caption={say.past}
            isCaptionHidden
            rows={imports}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "when",
                header: say.columns.when,
                isRowHeader: true,
                cell: ({ id, startedAt }) => (
                  <Link to="/admin/roster/$importId" params={{ importId: id }}>
                    {say.time(startedAt, district.zone)}
                  </Link>
                ),
              },
              { id: "source", header: say.columns.source, cell: ({ source }) => source },
              { id: "people", header: say.columns.people, cell: (one) => say.people(one) },
              { id: "result", header: say.columns.result, cell: (one) => say.result(one) },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
