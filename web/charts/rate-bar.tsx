import "./charts.css";

/** A share as a short bar beside the words that say it; `text` is always in sight, so the bar itself is silent. */
export function RateBar({ percent, text }: { percent: number; text: string }) {
  return (
    <span className="rate-bar">
      <svg className="rate-bar-track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rate-bar-whole" width="100" height="8" rx="0" />
        <rect className="rate-bar-part" width={Math.max(0, Math.min(100, percent))} height="8" />
      </svg>
      <span>{text}</span>
    </span>
  );
}
