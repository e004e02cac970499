import { t } from "../strings/en.ts";

/** The mark and the name: a knot on the thread. */
export function Brand() {
  return (
    <span className="brand">
      <svg className="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <rect width="32" height="32" rx="9" />
        <path d="M16 0v9.5M16 22.5V32" />
        <circle cx="16" cy="16" r="6" />
      </svg>
      <span className="brand-name">{t.product}</span>
    </span>
  );
}
