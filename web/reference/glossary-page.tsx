import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Term } from "../../functions/curriculum/reference-content.ts";
import { catalogQuery } from "../app/directory.ts";
import { reference } from "../strings/en-reference.ts";
import { SearchField } from "../ui/filter-field.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { glossaryQuery } from "./queries.ts";
import { ReferenceNavigation } from "./reference-navigation.tsx";
import { useMarkedEntry } from "./use-marked-entry.ts";
import "./reference.css";

const say = reference.glossary;
const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Every word of the shared language, with what it is not to be confused with and where it is taught. */
export function GlossaryPage() {
  const { data } = useSuspenseQuery(glossaryQuery);
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const [text, setText] = useState("");
  const marked = useMarkedEntry();
  const wanted = plain(text.trim());
  const shown = data.terms.filter(({ term, also, definition }) => plain([term, ...also, definition].join(" ")).includes(wanted));
  const nameOf = new Map(data.terms.map(({ id, term }) => [id, term]));
  const titleOf = new Map(catalog.modules.map(({ id, title }) => [id, title]));
  return (
    <Page title={say.title} lead={say.lead(data.terms.length)}>
      <ReferenceNavigation />
      <div className="reference-filter no-print">
        <SearchField label={say.filter} value={text} onChange={({ target }) => setText(target.value)} />
        <p className="quiet small" role="status">
          {say.shown(shown.length, data.terms.length)}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={say.noneTitle}>{say.none}</EmptyState>
      ) : (
        <dl className="glossary">
          {shown.map((term) => (
            <TermEntry key={term.id} term={term} isMarked={term.id === marked} nameOf={nameOf} moduleTitle={titleOf.get(term.module)} />
          ))}
        </dl>
      )}
    </Page>
  );
}

function TermEntry({
  term: { id, term, definition, notToBeConfusedWith, module },
  isMarked,
  nameOf,
  moduleTitle,
}: {
  term: Term;
  isMarked: boolean;
  nameOf: ReadonlyMap<string, string>;
  moduleTitle: string | undefined;
}) {
  return (
    <div className="glossary-entry" id={id} tabIndex={-1} data-marked={isMarked || undefined}>
      <dt>{term}</dt>
      <dd>
        <p>{definition}</p>
        {notToBeConfusedWith.length > 0 && (
          <>
            <p className="glossary-label">{say.notToBeConfused}</p>
            <ul className="glossary-others">
              {notToBeConfusedWith.map((other) => (
                <li key={other.id}>
                  <Link to="/glossary" hash={other.id}>
                    {nameOf.get(other.id) ?? other.id}
                  </Link>
                  : {other.difference}
                </li>
              ))}
            </ul>
          </>
        )}
        {moduleTitle !== undefined && (
          <p className="small quiet">
            {say.taughtIn}{" "}
            <Link to="/learn/$moduleId" params={{ moduleId: module }}>
              {moduleTitle}
            </Link>
          </p>
        )}
      </dd>
    </div>
  );
}
