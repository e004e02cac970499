import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ModuleContent } from "../../../functions/curriculum/content.ts";
import type { JobRole } from "../../../functions/roster/contract.ts";
import { catalogQuery } from "../../app/directory.ts";
import { t } from "../../strings/en.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { FilterSelect } from "../../ui/filter-field.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice, ProblemNotice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ModuleFrame } from "./module-frame.tsx";
import { ModulePart, type Part } from "./module-part.tsx";
import { PathStanding } from "./path-standing.tsx";
import { useCompiled } from "./use-compiled.ts";
import { useDraftKeeper } from "./use-draft-keeper.ts";

const say = authoring.preview;
const from = "/signed-in/admin/content/$moduleId/preview";

/** A module as staff of one role meet it: where it stands on their path, and every part of it, without recording anything. */
export function PreviewPage() {
  const { moduleId } = useParams({ from });
  return <Preview key={moduleId} moduleId={moduleId} />;
}

function Preview({ moduleId }: { moduleId: string }) {
  const search = useSearch({ from });
  const navigate = useNavigate({ from: "/admin/content/$moduleId/preview" });
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const { page, state } = useDraftKeeper(moduleId);
  const hasDraft = page.draft !== undefined || state.status !== "saved";
  const hasCurrent = Object.keys(page.current).length > 0;
  const text = hasDraft && (search.text !== "current" || !hasCurrent) ? "draft" : "current";
  const files = text === "draft" ? state.files : page.current;
  const compiled = useCompiled(moduleId, Object.keys(files).length > 0 ? files : undefined);
  const go = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const { module, answers } = compiled;
  const roles = catalog.paths.map((path) => path.role as JobRole);
  const role = roles.find((one) => one === search.role);
  const parts = module ? partsOf(module) : [];
  const shown = parts.find(({ value }) => value === search.part) ?? parts[0];
  return (
    <ModuleFrame moduleId={moduleId} tab="preview">
      <div className="admin-filter">
        <FilterSelect
          label={say.role}
          value={role ?? ""}
          options={[{ value: "", label: say.noRole }, ...roles.map((value) => ({ value, label: t.jobRoles[value] }))]}
          onChoose={(value) => go({ role: value === "" ? undefined : value })}
        />
        {hasDraft && hasCurrent && (
          <FilterSelect
            label={say.text}
            value={text}
            options={[
              { value: "draft", label: say.texts.draft },
              { value: "current", label: say.texts.current },
            ]}
            onChoose={(value) => go({ text: value })}
          />
        )}
        {shown && <FilterSelect label={say.part} value={shown.value} options={parts} onChoose={(value) => go({ part: value })} />}
      </div>
      <div className="admin-preview">
        <div className="stack admin-preview-of">
          {role && <PathStanding moduleId={moduleId} role={role} catalog={catalog} prerequisites={module?.prerequisites} />}
          <Notice kind="info">{say.nothingKept}</Notice>
        </div>
        <div className="stack">
          {compiled.error && <ProblemNotice error={compiled.error} />}
          {compiled.isOld && !compiled.isBehind && (
            <Notice kind="warn" title={say.hasMistakes}>
              <ButtonLink to="/admin/content/$moduleId/edit" params={{ moduleId }}>
                {say.toEditor}
              </ButtonLink>
            </Notice>
          )}
          {Object.keys(files).length === 0 && <EmptyState title={say.nothing} />}
          {module && shown && !compiled.isOld ? (
            <div className="admin-part">
              <ModulePart module={module} answers={answers} part={shown.part} />
            </div>
          ) : (
            compiled.isBehind && Object.keys(files).length > 0 && !compiled.error && <Skeleton lines={6} />
          )}
        </div>
      </div>
    </ModuleFrame>
  );
}

function partsOf(module: ModuleContent): { value: string; label: string; part: Part }[] {
  const { parts } = say;
  return [
    { value: "about", label: parts.about, part: { kind: "about" } },
    ...module.lessons.map(({ id, title }, index) => ({
      value: `lesson-${id}`,
      label: authoring.edit.lesson(index + 1, title),
      part: { kind: "lesson" as const, index },
    })),
    { value: "check", label: parts.check, part: { kind: "check" } },
    { value: "practice", label: parts.practice, part: { kind: "practice" } },
    { value: "job-aid", label: parts.jobAid, part: { kind: "jobAid" } },
  ];
}
