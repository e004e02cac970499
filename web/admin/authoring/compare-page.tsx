import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { AuthoringPage, SourceFiles } from "../../../functions/curriculum/contract.ts";
import { useSession } from "../../app/session.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { FilterSelect } from "../../ui/filter-field.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type DiffLook, DiffView } from "./diff-view.tsx";
import { nameOfFile } from "./file-picker.tsx";
import { changesIn, diffRows } from "./line-diff.ts";
import { ModuleFrame } from "./module-frame.tsx";
import { changedFileNames } from "./module-files.ts";
import { editionQuery } from "./queries.ts";
import { useDraftKeeper } from "./use-draft-keeper.ts";

const say = authoring.compare;
const from = "/signed-in/admin/content/$moduleId/compare";

/** What differs between any two texts of a module: as shipped, as staff read it, the draft, or one of the editions. */
export function ComparePage() {
  const { moduleId } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: "/admin/content/$moduleId/compare" });
  const { page, state } = useDraftKeeper(moduleId);
  const { today } = useSession();
  const hasDraft = page.draft !== undefined || state.status !== "saved";
  const options = [
    ...(page.isLocal ? [] : [{ value: "shipped", label: say.names.shipped }]),
    ...(Object.keys(page.current).length > 0 ? [{ value: "current", label: say.names.current }] : []),
    ...(hasDraft ? [{ value: "draft", label: say.names.draft }] : []),
    ...page.editions.map(({ number, publishOn }) => ({ value: String(number), label: say.edition(number, publishOn, today) })),
  ];
  const known = (value: string | undefined) => options.find((option) => option.value === value)?.value;
  const left = known(search.from) ?? known(hasDraft ? "current" : "shipped") ?? options[0]?.value;
  const right = known(search.to) ?? known(hasDraft ? "draft" : "current") ?? options[0]?.value;
  const before = useTexts(page, state.files, left);
  const after = useTexts(page, state.files, right);
  const error = before.error ?? after.error;
  const view: DiffLook = search.view === "split" ? "split" : "unified";
  const go = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  if (left === undefined || right === undefined)
    return (
      <ModuleFrame moduleId={moduleId} tab="compare">
        <EmptyState title={authoring.preview.nothing} />
      </ModuleFrame>
    );
  return (
    <ModuleFrame moduleId={moduleId} tab="compare">
      <div className="admin-filter">
        <FilterSelect label={say.from} value={left} options={options} onChoose={(value) => go({ from: value })} />
        <FilterSelect label={say.to} value={right} options={options} onChoose={(value) => go({ to: value })} />
        <FilterSelect
          label={say.view}
          value={view}
          options={[
            { value: "unified", label: say.views.unified },
            { value: "split", label: say.views.split },
          ]}
          onChoose={(value) => go({ view: value === "split" ? "split" : undefined })}
        />
      </div>
      {error && <ProblemNotice error={error} />}
      {before.files && after.files ? <Differences from={before.files} to={after.files} view={view} /> : !error && <Skeleton lines={6} />}
    </ModuleFrame>
  );
}

/** The texts behind a name of the pickers. */
function useTexts(
  page: AuthoringPage,
  draft: SourceFiles,
  name: string | undefined,
): { files?: SourceFiles | undefined; error?: Error | null } {
  const number = Number(name);
  const isEdition = Number.isInteger(number);
  const { data, error } = useQuery({ ...editionQuery(page.moduleId, isEdition ? number : 0), enabled: isEdition });
  if (isEdition) return { files: data, error };
  return { files: name === "draft" ? draft : name === "shipped" ? page.shipped : page.current };
}

function Differences({ from: before, to: after, view }: { from: SourceFiles; to: SourceFiles; view: DiffLook }) {
  const changed = useMemo(
    () => changedFileNames(before, after).map((file) => ({ file, ...changesIn(diffRows(before[file] ?? "", after[file] ?? "")) })),
    [before, after],
  );
  if (changed.length === 0) return <EmptyState title={say.same} />;
  const sum = (key: "removed" | "added") => changed.reduce((total, one) => total + one[key], 0);
  return (
    <>
      <p role="status">{say.summary(changed.length, sum("removed"), sum("added"))}</p>
      {changed.map(({ file, removed, added }) => (
        <Section
          key={file}
          title={nameOfFile(file, { ...before, ...after })}
          aside={<span className="quiet small">{say.fileSummary(removed, added)}</span>}
        >
          <DiffView key={`${view}-${file}`} from={before[file] ?? ""} to={after[file] ?? ""} view={view} />
        </Section>
      ))}
    </>
  );
}
