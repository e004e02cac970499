import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { foreignLang } from "../../learn/language-notice.tsx";
import { authoring } from "../../strings/en-authoring.ts";
import { Page } from "../../ui/page.tsx";
import { authoringListQuery } from "./queries.ts";
import "../admin.css";
import "./authoring.css";

const say = authoring.module;

const tabs = [
  { tab: "overview", to: "/admin/content/$moduleId" },
  { tab: "edit", to: "/admin/content/$moduleId/edit" },
  { tab: "preview", to: "/admin/content/$moduleId/preview" },
  { tab: "compare", to: "/admin/content/$moduleId/compare" },
  { tab: "publish", to: "/admin/content/$moduleId/publish" },
] as const;

type Tab = (typeof tabs)[number]["tab"];

/** The frame of every page about one module: its name, and the way to the other pages about it. */
export function ModuleFrame({
  moduleId,
  tab,
  step,
  children,
}: {
  moduleId: string;
  tab: Tab;
  /** What makes this another page although the address is the same. */
  step?: string;
  children: ReactNode;
}) {
  const { data: modules } = useSuspenseQuery(authoringListQuery);
  const module = modules.find((one) => one.moduleId === moduleId);
  const title = module?.title ?? moduleId;
  return (
    <Page
      title={title}
      // Shipped texts are written in English; in which language a district writes its own is its business.
      titleLang={module?.isLocal ? undefined : foreignLang("en")}
      tabTitle={say.tabTitle(say.tabs[tab], title)}
      width="wide"
      {...(step !== undefined && { step })}
      eyebrow={<Link to="/admin/content">{say.back}</Link>}
    >
      <nav aria-label={say.navigation} className="no-print">
        <ul className="admin-navigation">
          {tabs.map(({ tab: name, to }) => (
            <li key={name}>
              <Link
                to={to}
                params={{ moduleId }}
                activeOptions={{ exact: true, includeSearch: false }}
                activeProps={{ "aria-current": "page" }}
              >
                {say.tabs[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
