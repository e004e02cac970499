import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ModelElement } from "../../functions/curriculum/reference-content.ts";
import { catalogQuery } from "../app/directory.ts";
import { reference } from "../strings/en-reference.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { modelQuery } from "./queries.ts";
import { ReferenceNavigation } from "./reference-navigation.tsx";
import { useMarkedEntry } from "./use-marked-entry.ts";
import "./reference.css";

const say = reference.model;
const columns = ["expected", "developmental", "unacceptable"] as const;

/** The Common Model: what each element settles, and what it looks like in three columns. */
export function ModelPage() {
  const { data } = useSuspenseQuery(modelQuery);
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const marked = useMarkedEntry();
  const titleOf = new Map(catalog.modules.map(({ id, title }) => [id, title]));
  return (
    <Page
      title={say.title}
      lead={say.lead(data.elements.length)}
      actions={
        <Button icon="print" onClick={() => print()}>
          {say.print}
        </Button>
      }
    >
      <ReferenceNavigation />
      {data.elements.length === 0 ? (
        <EmptyState title={say.noneTitle}>{say.none}</EmptyState>
      ) : (
        <ol className="model">
          {data.elements.map((element, i) => (
            <ElementEntry key={element.id} element={element} number={i + 1} isMarked={element.id === marked} titleOf={titleOf} />
          ))}
        </ol>
      )}
    </Page>
  );
}

function ElementEntry({
  element,
  number,
  isMarked,
  titleOf,
}: {
  element: ModelElement;
  number: number;
  isMarked: boolean;
  titleOf: ReadonlyMap<string, string>;
}) {
  return (
    <li className="model-entry" id={element.id} tabIndex={-1} data-marked={isMarked || undefined}>
      <div className="stack" data-gap="small">
        <p className="row">
          <Badge tone={element.fit === "tight" ? "now" : "neutral"}>{say.fits[element.fit]}</Badge>
          <span className="small quiet">{say.fitHints[element.fit]}</span>
        </p>
        <h2>
          {number}. {element.name}
        </h2>
        <p className="model-settles">{element.settles}</p>
        <p>{element.why}</p>
      </div>
      <div className="model-columns">
        {columns.map((column) => (
          <section key={column} data-column={column} aria-label={say.columns[column]}>
            <h3>{say.columns[column]}</h3>
            <ul>
              {element[column].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <dl className="model-facts small">
        <div>
          <dt>{say.owner}</dt>
          <dd>{element.owner}</dd>
        </div>
        <div>
          <dt>{say.evidence}</dt>
          <dd>{element.evidence}</dd>
        </div>
        <div>
          <dt>{say.taughtIn}</dt>
          <dd>
            {element.modules.map((moduleId, i) => (
              <span key={moduleId}>
                {i > 0 && ", "}
                <Link to="/learn/$moduleId" params={{ moduleId }}>
                  {titleOf.get(moduleId) ?? moduleId}
                </Link>
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </li>
  );
}
