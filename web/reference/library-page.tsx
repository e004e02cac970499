import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ResourceView } from "../../functions/curriculum/contract.ts";
import type { ResourceKind } from "../../functions/curriculum/reference-content.ts";
import type { JobRole } from "../../functions/roster/contract.ts";
import { catalogQuery } from "../app/directory.ts";
import { t, words } from "../strings/en.ts";
import { reference } from "../strings/en-reference.ts";
import { Badge } from "../ui/badge.tsx";
import { ExternalLink } from "../ui/external-link.tsx";
import { FilterSelect, SearchField } from "../ui/filter-field.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { knownFilter, type LibraryFilter, matches } from "./library-filter.ts";
import { libraryQuery } from "./queries.ts";
import { ReferenceNavigation } from "./reference-navigation.tsx";
import { useMarkedEntry } from "./use-marked-entry.ts";
import "./reference.css";

const say = reference.library;
// Their names are what is shown; the schemas that list them would bring zod into the page.
const roles = Object.keys(t.jobRoles) as JobRole[];
const kinds = Object.keys(say.kinds) as ResourceKind[];

/** Recordings, guides, courses and tools, by role, tier and kind; what is chosen stays in the address. */
export function LibraryPage() {
  const { data } = useSuspenseQuery(libraryQuery);
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const filter = knownFilter(useSearch({ from: "/signed-in/library" }), { roles, kinds });
  const navigate = useNavigate();
  const marked = useMarkedEntry();
  const choose = (change: { [K in keyof LibraryFilter]: LibraryFilter[K] | undefined }) =>
    void navigate({
      to: "/library",
      search: Object.fromEntries(
        Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== ""),
      ) as LibraryFilter,
      replace: true,
    });
  const shown = data.resources.filter((resource) => matches(resource, filter));
  const titleOf = new Map(catalog.modules.map(({ id, title }) => [id, title]));
  return (
    <Page title={say.title} lead={say.lead}>
      <ReferenceNavigation />
      <div className="reference-filter no-print">
        <SearchField label={say.filter} value={filter.q ?? ""} onChange={({ target }) => choose({ q: target.value })} />
        <FilterSelect
          label={say.role}
          value={filter.role ?? "all"}
          onChoose={(role) => choose({ role: role === "all" ? undefined : role })}
          options={[{ value: "all" as const, label: say.everyRole }, ...roles.map((value) => ({ value, label: t.jobRoles[value] }))]}
        />
        <FilterSelect
          label={say.tier}
          value={String(filter.tier ?? "all")}
          onChoose={(tier) => choose({ tier: tier === "all" ? undefined : Number(tier) })}
          options={[
            { value: "all", label: say.everyTier },
            ...[1, 2, 3].map((tier) => ({ value: String(tier), label: say.tierName(tier) })),
          ]}
        />
        <FilterSelect
          label={say.kind}
          value={filter.kind ?? "all"}
          onChoose={(kind) => choose({ kind: kind === "all" ? undefined : kind })}
          options={[{ value: "all" as const, label: say.everyKind }, ...kinds.map((value) => ({ value, label: say.kinds[value] }))]}
        />
        <p className="quiet small" role="status">
          {say.shown(shown.length, data.resources.length)}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={say.noneTitle}>{say.none}</EmptyState>
      ) : (
        <ul className="library">
          {shown.map((resource) => (
            <ResourceEntry key={resource.id} resource={resource} isMarked={resource.id === marked} titleOf={titleOf} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function ResourceEntry({
  resource,
  isMarked,
  titleOf,
}: {
  resource: ResourceView;
  isMarked: boolean;
  titleOf: ReadonlyMap<string, string>;
}) {
  const { id, title, publisher, kind, url, minutes, about, tiers, modules, hasCaptions, transcriptUrl, file, isLocal } = resource;
  return (
    <li className="library-entry" id={id} tabIndex={-1} data-marked={isMarked || undefined}>
      <p className="row">
        <Badge>{say.kinds[kind]}</Badge>
        {isLocal && <Badge tone="good">{say.ours}</Badge>}
        {tiers.length > 0 && <span className="small quiet">{say.tierNames(tiers)}</span>}
      </p>
      <h2 className="library-title">
        {file ? <a href={`/api/library/${encodeURIComponent(id)}/file`}>{title}</a> : <ExternalLink href={url}>{title}</ExternalLink>}
      </h2>
      <p className="small quiet">
        {publisher} · {words.aboutMinutes(minutes)}
        {file && ` · ${file.name}`}
      </p>
      <p>{about}</p>
      {kind === "recording" && hasCaptions && transcriptUrl !== undefined && (
        <p className="small">
          {say.captions} <ExternalLink href={transcriptUrl}>{say.transcript}</ExternalLink>
        </p>
      )}
      {modules.length > 0 && (
        <p className="small quiet">
          {say.goesWith}{" "}
          {modules.map((moduleId, i) => (
            <span key={moduleId}>
              {i > 0 && ", "}
              <Link to="/learn/$moduleId" params={{ moduleId }}>
                {titleOf.get(moduleId) ?? moduleId}
              </Link>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
