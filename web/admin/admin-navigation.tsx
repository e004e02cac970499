import { Link } from "@tanstack/react-router";
import { useSession } from "../app/session.ts";
import { admin } from "../strings/en-admin.ts";
import { StoppedRules } from "./stopped-rules.tsx";
import "./admin.css";

const pages = [
  { to: "/admin/roster", label: admin.pages.roster, isForLeaders: false },
  { to: "/admin/people", label: admin.pages.people, isForLeaders: false },
  { to: "/admin/coaches", label: admin.pages.coaches, isForLeaders: true },
  { to: "/admin/calendar", label: admin.pages.calendar, isForLeaders: false },
  { to: "/district/teams", label: admin.pages.teams, isForLeaders: true },
  { to: "/admin/content", label: admin.pages.content, isForLeaders: false },
  { to: "/admin/library", label: admin.pages.library, isForLeaders: false },
  { to: "/admin/certifications", label: admin.pages.certifications, isForLeaders: false },
  { to: "/admin/hours", label: admin.pages.hours, isForLeaders: false },
  { to: "/admin/rules", label: admin.pages.rules, isForLeaders: true },
  { to: "/admin/reminders", label: admin.pages.reminders, isForLeaders: false },
  { to: "/admin/api-keys", label: admin.pages.keys, isForLeaders: false },
  { to: "/admin/retention", label: admin.pages.retention, isForLeaders: false },
  { to: "/admin/check", label: admin.pages.check, isForLeaders: false },
] as const;

/** From one page of administration to the others; a district leader is offered those that are theirs as well. */
export function AdminNavigation() {
  const { access } = useSession();
  const isAdministrator = access.includes("districtAdministrator");
  return (
    <>
      <nav aria-label={admin.navigation} className="no-print">
        <ul className="admin-navigation">
          {pages
            .filter(({ isForLeaders }) => isAdministrator || isForLeaders)
            .map(({ to, label }) => (
              <li key={to}>
                <Link to={to} activeProps={{ "aria-current": "page" }}>
                  {label}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <StoppedRules />
    </>
  );
}
