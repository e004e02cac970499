import { Link } from "@tanstack/react-router";
import type { Requirement } from "../../functions/certification/contract.ts";
import { walletWords } from "../strings/en-wallet.ts";

const say = walletWords.ways;

/** The next press for something that is still missing: the very page on which it is done. */
export function WhatToDo({ requirement: { kind, title, moduleId, openTasks, piece } }: { requirement: Requirement }) {
  if (moduleId !== undefined)
    return (
      <Link to="/learn/$moduleId" params={{ moduleId }} aria-label={`${say.learn}: ${title}`}>
        {say.learn}
      </Link>
    );
  switch (kind) {
    case "practice":
      if (openTasks === undefined) return <Link to="/">{say.practice}</Link>;
      return (
        <ul>
          {openTasks.map((task) => (
            <li key={task.moduleId}>
              <Link to="/learn/$moduleId/practice" params={{ moduleId: task.moduleId }}>
                {say.practiceOf(task.title)}
              </Link>
            </li>
          ))}
        </ul>
      );
    case "pieces":
      return (
        <Link to="/portfolio" search={{ add: piece }} hash="portfolio-pieces" aria-label={`${say.handIn}: ${title}`}>
          {say.handIn}
        </Link>
      );
    case "references":
      return <Link to="/portfolio/recommendations">{say.recommended}</Link>;
    case "calibration":
      return <Link to="/portfolio/calibration">{say.rated}</Link>;
    case "observations":
      return <p className="small">{say.observed}</p>;
    case "holds":
      return <p className="small">{say.holds}</p>;
    case "module":
      return null;
  }
}
