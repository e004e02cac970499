import { lazy, Suspense } from "react";
import { Link, Outlet } from "@tanstack/react-router";
import { t } from "../strings/en.ts";
import { Icon } from "../ui/icon.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { navigationFor } from "./navigation.ts";
import { OfflineBanner } from "./offline-banner.tsx";
import { useOutbox } from "./outbox.ts";
import { useSession } from "./session.ts";
import { useOutboxOf } from "./use-outbox-of.ts";
import "./shell.css";

/** The frame around every signed-in page: brand, navigation by access, account, and what is still waiting to be sent. */
export function Shell() {
  const session = useSession();
  useOutboxOf(session);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t.shell.skip}
      </a>
      <header className="shell-header no-print">
        <Link to="/" className="shell-brand" aria-label={t.shell.home}>
          <Brand />
        </Link>
        <nav className="shell-navigation" aria-label={t.shell.mainNavigation}>
          <ul className="shell-links">
            {navigationFor(session.access).map(({ to, label, isExact }) => (
              <li key={to}>
                <Link to={to} className="shell-link" activeOptions={{ exact: isExact }} activeProps={{ "aria-current": "page" }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Link to="/search" className="shell-search" aria-label={t.shell.search}>
          <Icon name="search" />
        </Link>
        <AccountMenu session={session} />
      </header>
      <OfflineBanner />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Kept />
      <footer className="shell-footer no-print">
        <p>{t.shell.privacy}</p>
      </footer>
    </div>
  );
}

// Whoever opens a lesson has it already (web/learn/lesson-page.tsx); without it, what waits is still sent.
const SaveStatus = lazy(() =>
  import("./save-status.tsx").then(
    ({ SaveStatus: Status }) => ({ default: Status }),
    () => ({ default: () => null }),
  ),
);

/** What has not reached the server, once there is any. */
function Kept() {
  const { waiting, refused } = useOutbox();
  return waiting > 0 || refused.length > 0 ? (
    <Suspense>
      <SaveStatus />
    </Suspense>
  ) : null;
}
