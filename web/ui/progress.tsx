import "./progress.css";

/** How much of something is done. `label` names it and `text` says it in words ("2 of 4 lessons"). */
export function ProgressBar({ label, value, max, text }: { label: string; value: number; max: number; text: string }) {
  const isKnown = max > 0;
  return (
    <div className="progress">
      <progress
        className="progress-bar"
        aria-label={label}
        aria-valuetext={text}
        value={isKnown ? Math.min(value, max) : 0}
        max={isKnown ? max : 1}
      />
      <span className="progress-text" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}

const radius = 26;
const around = 2 * Math.PI * radius;

/** The same as a ring with a figure in it, for one number that matters on its page. */
export function ProgressRing({ label, value, max, text }: { label: string; value: number; max: number; text: string }) {
  const share = max > 0 ? Math.min(value / max, 1) : 0;
  return (
    <span className="progress-ring" role="img" aria-label={`${label}: ${text}`}>
      <svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
        <circle className="progress-ring-track" cx="32" cy="32" r={radius} />
        {share > 0 && <circle className="progress-ring-value" cx="32" cy="32" r={radius} strokeDasharray={`${share * around} ${around}`} />}
      </svg>
      <span className="progress-ring-text" aria-hidden="true">
        {text}
      </span>
    </span>
  );
}
