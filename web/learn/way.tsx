import type { CertificationProgress, Requirement } from "../../functions/certification/contract.ts";
import { certificateWords } from "../strings/en-certificates.ts";
import { walletWords } from "../strings/en-wallet.ts";
import { ProgressBar } from "../ui/progress.tsx";
import { HandIn } from "./hand-in.tsx";
import { Thread, ThreadStep } from "./thread.tsx";
import { wayId, wayTitle } from "./way-names.ts";
import { WhatToDo } from "./what-to-do.tsx";

const c = certificateWords.certificates;
const say = walletWords.ways;

/** The way to one certification: each thing it asks for with what to do about it, then handing in. */
export function Way({ progress }: { progress: CertificationProgress }) {
  const { certificationId, summary, requirements, isReady, reviewers } = progress;
  const met = requirements.filter(({ isMet }) => isMet).length;
  const title = wayTitle(progress);
  return (
    <div id={wayId(certificationId)} className="learn-way" tabIndex={-1}>
      <p className="quiet learn-certificate-summary">
        {summary} {reviewers === 0 ? say.byItself : say.reviewed(reviewers)}
      </p>
      <div className="learn-certificate-summary">
        <ProgressBar label={title} value={met} max={requirements.length} text={c.requirements(met, requirements.length)} />
      </div>
      {isReady && reviewers > 0 ? (
        <>
          <HandIn progress={progress} />
          <details className="learn-fold">
            <summary>{say.all}</summary>
            <Requirements title={title} requirements={requirements} />
          </details>
        </>
      ) : (
        <>
          <Requirements title={title} requirements={requirements} />
          <HandIn progress={progress} />
        </>
      )}
    </div>
  );
}

function Requirements({ title, requirements }: { title: string; requirements: Requirement[] }) {
  return (
    <Thread label={title}>
      {requirements.map((requirement) => (
        <ThreadStep key={requirement.id} knot={requirement.isMet ? "done" : "open"}>
          <p className="learn-requirement">{requirement.title}</p>
          {requirement.note !== undefined && <p className="small">{requirement.note}</p>}
          <p className="quiet small">
            {requirement.isMet ? c.met : c.notMet}
            {requirement.needed > 1 && ` · ${c.howFar(requirement.done, requirement.needed)}`}
          </p>
          {!requirement.isMet && <WhatToDo requirement={requirement} />}
        </ThreadStep>
      ))}
    </Thread>
  );
}
