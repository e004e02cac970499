import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ApplicationPage as Application } from "../../functions/certification/decision-contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { applicationWords } from "../strings/en-applications.ts";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { Grounds } from "./grounds.tsx";
import { applicationQuery } from "./queries.ts";
import "./applications.css";

const { page: say, form } = applicationWords;
type Row = Application["requirements"][number];

const columns: Column<Row>[] = [
  {
    id: "title",
    header: say.asked,
    cell: ({ title, note }) =>
      note === undefined ? (
        title
      ) : (
        <>
          {title} <span className="quiet small">({note})</span>
        </>
      ),
    isRowHeader: true,
  },
  {
    id: "met",
    header: say.met,
    cell: ({ isMet, done, needed }) => `${isMet ? say.met : say.notMet}${needed > 1 ? ` · ${say.howFar(done, needed)}` : ""}`,
  },
];

/** One application as its reviewer reads it, with the decision below it. */
export function ApplicationPage() {
  const { staffId, certificationId } = useParams({ from: "/signed-in/applications/$staffId/$certificationId" });
  const { data } = useSuspenseQuery(applicationQuery(staffId, certificationId));
  const { today, district } = useSession();
  const { application, requirements, earlierStatements, staffName, isOpenToReader, restsOn, problem } = data;
  return (
    <Page
      title={say.title(staffName)}
      width="narrow"
      eyebrow={<Link to="/applications">{say.back}</Link>}
      lead={say.handedIn(application.title, localDateOf(application.submittedAt, district.zone), today)}
    >
      <Section title={say.statement}>
        <p className="coach-said">{application.statement === "" ? say.noStatement : application.statement}</p>
        {earlierStatements.length > 0 && (
          <details>
            <summary>{say.earlier(earlierStatements.length)}</summary>
            <ol className="stack">
              {earlierStatements.map((statement, index) => (
                // Nothing but their order tells two statements apart.
                <li key={index} className="coach-said">
                  {statement === "" ? say.noStatement : statement}
                </li>
              ))}
            </ol>
          </details>
        )}
      </Section>
      {requirements.length > 0 && (
        <Section title={say.asked}>
          <Table caption={say.asked} isCaptionHidden columns={columns} rows={requirements} rowKey={({ id }) => id} />
          {isOpenToReader && (
            <p>
              <Link to="/people/$staffId" params={{ staffId }}>
                {say.toPath}
              </Link>
            </p>
          )}
        </Section>
      )}
      {restsOn && (
        <Grounds
          grounds={restsOn}
          of={{ staffId, certificationId, staffName }}
          filesAt={`/api/applications/${staffId}/${certificationId}`}
        />
      )}
      <Section title={say.reviews}>
        <Reviews application={application} />
      </Section>
      <Section title={form.title}>
        {application.state !== "underReview" ? (
          <Notice kind="info">{say.state[application.state]}</Notice>
        ) : problem === undefined ? (
          <ApplicationForm page={data} />
        ) : (
          <Notice kind="info" title={form.notYours}>
            {problem}
          </Notice>
        )}
      </Section>
    </Page>
  );
}

function Reviews({ application: { reviews } }: Pick<Application, "application">) {
  const { today, district } = useSession();
  if (reviews.length === 0) return <p className="quiet">{say.noReviews}</p>;
  return (
    <ul className="stack">
      {reviews.map(({ reviewerName, reviewedAt, decision, comment }) => (
        <li key={reviewedAt}>
          <p>
            <strong>{say[decision]}</strong>{" "}
            <span className="quiet small">{say.by(reviewerName, localDateOf(reviewedAt, district.zone), today)}</span>
          </p>
          {comment !== "" && <p className="coach-said">{comment}</p>}
        </li>
      ))}
    </ul>
  );
}
