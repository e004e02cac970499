import type { ComponentType } from "react";
import type { DiagramName } from "../../functions/curriculum/content.ts";
import { BehaviorChainDrawing } from "./behavior-chain.tsx";
import { CoachingCycleDrawing } from "./coaching-cycle.tsx";
import { DecisionRuleDrawing } from "./decision-rule.tsx";
import { DoseDrawing } from "./dose.tsx";
import { FourQuestionsDrawing } from "./four-questions.tsx";
import { MeetingLoopDrawing } from "./meeting-loop.tsx";
import { StagesDrawing } from "./stages.tsx";
import { TiersDrawing } from "./tiers.tsx";
import "./pictures.css";

const drawings: Record<DiagramName, ComponentType<{ title: string }>> = {
  tiers: TiersDrawing,
  "four-questions": FourQuestionsDrawing,
  "decision-rule": DecisionRuleDrawing,
  dose: DoseDrawing,
  "meeting-loop": MeetingLoopDrawing,
  "coaching-cycle": CoachingCycleDrawing,
  "behavior-chain": BehaviorChainDrawing,
  stages: StagesDrawing,
};

/** The drawing of that name; nothing where there is none, since the words of the block stand for themselves. */
export function Picture({ name, title }: { name: string | undefined; title: string }) {
  const Shown = isDrawn(name) ? drawings[name] : undefined;
  return Shown ? <Shown title={title} /> : null;
}

function isDrawn(name: string | undefined): name is DiagramName {
  return name !== undefined && Object.hasOwn(drawings, name);
}
