import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { HistoryColumn, HistoryColumns, HistoryPreview, HistoryProblem } from "../../functions/certification/decision-contract.ts";
import { announce } from "../app/announce.ts";
import { useFocusOnArrival } from "../app/focus.ts";
import { useSend } from "../app/use-send.ts";
import { certificateWords } from "../strings/en-certificates.ts";
import { pastCertificateWords as say } from "../strings/en-past-certificates.ts";
import { words } from "../strings/en.ts";
import { Button } from "../ui/button.tsx";
import { FileField, SelectField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { HistoryImports, historyImportsQuery } from "./history-imports.tsx";
import { sendPastCertificates } from "./upload-roster.ts";

type Past = HistoryPreview["certificates"][number];
type Asked = { name: string; size: number; changedAt: number; columns: HistoryColumns; isEntering: boolean };

/** So many rows show what a file says; the counts tell of the rest. */
const mostShown = 50;

const fields: Record<HistoryColumn, keyof HistoryColumns> = {
  email: "email",
  "person id": "personId",
  certification: "certification",
  "issued on": "issuedOn",
  "expires on": "expiresOn",
  "clock hours": "clockHours",
};

const certificateColumns: Column<Past>[] = [
  { id: "line", header: say.line, isNumeric: true, cell: ({ line }) => words.number(line) },
  { id: "name", header: say.name, isRowHeader: true, cell: ({ name }) => name },
  { id: "title", header: say.certification, cell: ({ title }) => title },
  { id: "issued", header: say.issued, cell: ({ issuedOn }) => words.fullDate(issuedOn) },
  { id: "until", header: say.until, cell: ({ expiresOn }) => words.fullDate(expiresOn) },
  { id: "today", header: say.today, cell: ({ status }) => certificateWords.certificates.status[status] },
];

const problemColumns: Column<HistoryProblem>[] = [
  { id: "line", header: say.line, isRowHeader: true, cell: ({ line }) => words.number(line) },
  { id: "where", header: say.where, cell: ({ column }) => say.column[column] },
  { id: "what", header: say.what, cell: ({ message }) => message },
];

/** Brings in certificates from before: a file, what its columns hold, what it would enter and what is wrong in it, and then entering it. */
export function HistoryPage() {
  const [file, setFile] = useState<File>();
  const [mistake, setMistake] = useState<string>();
  const [chosen, setChosen] = useState<HistoryColumns>({});
  const [seen, setSeen] = useState<HistoryPreview>();
  const [begun, setBegun] = useState<{ importId: string; certificates: number }>();
  const work = useSend({
    send: ({ columns, isEntering }: Asked, { headers }) => {
      if (!file) throw new Error("nothing is chosen");
      return sendPastCertificates(file, { columns, isEntering, key: headers["Idempotency-Key"] });
    },
    refreshes: [["past-certificates"], ["person"], ["record"], ["timeline"]],
    onDone: (found, { isEntering }) => {
      setSeen(found);
      if (!isEntering || found.importId === undefined)
        return announce(found.certificates.length === 0 ? say.foundNone : say.found(found.certificates.length));
      const { importId, entering = found.certificates.length } = found;
      setBegun({ importId, certificates: entering });
      announce(say.begun(entering));
    },
  });
  const send = (isEntering: boolean, readFrom: HistoryColumns): void => {
    if (!file) return setMistake(say.fileMissing);
    work.send({ name: file.name, size: file.size, changedAt: file.lastModified, columns: readFrom, isEntering });
  };
  const begin = (): void => {
    setSeen(undefined);
    setBegun(undefined);
    setChosen({});
    setFile(undefined);
  };
  const step = begun ? "done" : seen ? "seen" : "choose";
  return (
    <Page title={say.title} lead={say.lead} width="wide" eyebrow={<Link to="/admin/certifications">{say.back}</Link>}>
      <AdminNavigation />
      {step === "choose" && (
        <div className="card admin-upload">
          <FileField
            label={say.file}
            hint={say.fileHint}
            accept=".csv,.txt,.tsv,text/csv"
            error={mistake}
            onChange={({ target }) => {
              setMistake(undefined);
              setFile(target.files?.[0]);
            }}
          />
          <Button kind="primary" isBusy={work.isSending} busyLabel={say.looking} onClick={() => send(false, chosen)}>
            {say.look}
          </Button>
        </div>
      )}
      {step === "choose" && <HistoryImports />}
      {work.error && <ProblemNotice error={work.error} />}
      {seen && step === "seen" && (
        <Found
          seen={seen}
          isBusy={work.isSending}
          onColumn={(column, header) => {
            const next = { ...chosen, [fields[column]]: header };
            setChosen(next);
            send(false, next);
          }}
          onEnter={() => send(true, chosen)}
          onAnother={begin}
        />
      )}
      {seen && begun && (
        <>
          <Begun {...begun} />
          <Problems problems={seen.problems} />
          <div className="row">
            <Button onClick={begin}>{say.another}</Button>
          </div>
          <HistoryImports onTakenBack={begin} />
        </>
      )}
    </Page>
  );
}

/** How far the import is that was begun here: whether it is whole is told by its row, whoever saw its work end. */
function Begun({ importId, certificates }: { importId: string; certificates: number }) {
  const { data } = useQuery(historyImportsQuery);
  const place = useFocusOnArrival<HTMLDivElement>();
  const one = data?.imports.find(({ id }) => id === importId);
  return (
    <div ref={place} tabIndex={-1}>
      {one?.state === "entered" ? (
        <Notice kind="good" title={say.done(one.certificates)}>
          {say.doneLead}
        </Notice>
      ) : (
        <Notice kind="info" title={say.begun(certificates)}>
          {say.begunLead}
        </Notice>
      )}
    </div>
  );
}

type FoundProps = {
  seen: HistoryPreview;
  isBusy: boolean;
  onColumn: (column: HistoryColumn, header: string) => void;
  onEnter: () => void;
  onAnother: () => void;
};

function Found({ seen, isBusy, onColumn, onEnter, onAnother }: FoundProps) {
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { certificates, known } = seen;
  const options = [{ value: "", label: say.notInFile }, ...seen.headers.map((header) => ({ value: header, label: header }))];
  return (
    <div ref={heading} tabIndex={-1} className="stack" data-gap="large" aria-busy={isBusy}>
      <Section title={say.columns}>
        <p className="quiet">{say.columnsLead}</p>
        <div className="history-columns">
          {seen.columns.map(({ column, header, samples }) => (
            <SelectField
              key={column}
              label={say.column[column]}
              hint={header === undefined ? undefined : say.samples(samples)}
              options={options}
              value={header ?? ""}
              onChange={({ target }) => onColumn(column, target.value)}
            />
          ))}
        </div>
      </Section>
      <Section title={certificates.length === 0 ? say.foundNone : say.found(certificates.length)}>
        {known > 0 && <p>{say.known(known)}</p>}
        {certificates.length > 0 && (
          <Table
            caption={say.found(certificates.length)}
            isCaptionHidden
            columns={certificateColumns}
            rows={certificates.slice(0, mostShown)}
            rowKey={({ line }) => String(line)}
          />
        )}
        {certificates.length > mostShown && <p className="quiet">{say.more(certificates.length - mostShown)}</p>}
      </Section>
      <Problems problems={seen.problems} />
      <div className="row">
        {certificates.length > 0 && (
          <Button kind="primary" isBusy={isBusy} busyLabel={say.entering} onClick={onEnter}>
            {say.enter(certificates.length)}
          </Button>
        )}
        <Button onClick={onAnother}>{say.another}</Button>
      </div>
    </div>
  );
}

function Problems({ problems }: { problems: HistoryProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Section title={say.problems(problems.length)}>
      <p className="quiet">{say.problemsLead}</p>
      <Table
        caption={say.problems(problems.length)}
        isCaptionHidden
        columns={problemColumns}
        rows={problems.slice(0, mostShown)}
        rowKey={({ line, column }) => `${line} ${column}`}
      />
      {problems.length > mostShown && <p className="quiet">{say.more(problems.length - mostShown)}</p>}
    </Section>
  );
}
