import { pictures } from "../strings/en-pictures.ts";
import { Drawing, Knot, Words } from "./parts.tsx";

const say = pictures.decisionRule;
const points = [
  [50, 151],
  [78, 131],
  [106, 133],
  [134, 108],
  [166, 122],
  [194, 125],
  [222, 117],
  [250, 119],
] as const;
const line = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");

/** A goal line, and four points in a row below it: the moment to look, at delivery first. */
export function DecisionRuleDrawing({ title }: { title: string }) {
  return (
    <Drawing title={title} height={302}>
      <path className="picture-line" d="M24 16V196H332" />
      <path className="picture-goal" d="M34 156L330 44" />
      <Words x={322} y={34} lines={[say.goalLine]} anchor="end" />
      <rect className="picture-ring" x={152} y={100} width={112} height={42} rx={21} />
      <path className="picture-trace" d={line} />
      {points.map(([x, y], index) => (
        <circle key={x} className="picture-point" data-late={index > 3 || undefined} cx={x} cy={y} r={5.5} />
      ))}
      <Words x={208} y={162} lines={say.below} anchor="middle" />
      <Words x={332} y={213} lines={[say.weeks]} anchor="end" />
      <path className="picture-thread" d="M26 236V266" />
      <Knot x={26} y={236} number={1} />
      <Knot x={26} y={268} number={2} />
      <Words x={48} y={241} lines={[say.askFirst]} kind="name" />
      <Words x={48} y={273} lines={say.thenDecide} kind="name" />
    </Drawing>
  );
}
