import { Link } from "@tanstack/react-router";
import { reference } from "../strings/en-reference.ts";
import "./reference.css";

const pages = [
  { to: "/glossary", label: reference.pages.glossary },
  { to: "/library", label: reference.pages.library },
  { to: "/model", label: reference.pages.model },
] as const;

/** From one reference page to the others. */
export function ReferenceNavigation() {
  return (
    <nav aria-label={reference.navigation} className="no-print">
      <ul className="reference-navigation">
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} activeProps={{ "aria-current": "page" }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
