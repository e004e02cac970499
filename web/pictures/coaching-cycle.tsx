import { pictures } from "../strings/en-pictures.ts";
import { ArrowHead, Drawing, Knot, Words } from "./parts.tsx";

const say = pictures.coachingCycle;
const center = { x: 170, y: 158 };
const radius = 64;
const at = (degrees: number) => ({
  x: center.x + radius * Math.cos((degrees * Math.PI) / 180),
  y: center.y + radius * Math.sin((degrees * Math.PI) / 180),
});
const steps = [
  { degrees: -90, words: say.agree, label: { x: 170, y: 44 }, anchor: "middle" },
  { degrees: -18, words: say.baseline, label: { x: 250, y: 122 }, anchor: "start" },
  { degrees: 54, words: say.goal, label: { x: 228, y: 214 }, anchor: "start" },
  { degrees: 126, words: say.practice, label: { x: 112, y: 214 }, anchor: "end" },
  { degrees: 198, words: say.fade, label: { x: 94, y: 122 }, anchor: "end" },
] as const;

/** Two people and one practice: agreement, baseline, goal, practice with feedback and fading; and one more look when time has passed. */
export function CoachingCycleDrawing({ title }: { title: string }) {
  return (
    <Drawing title={title} height={312}>
      <path className="picture-later" d="M170 222V270H32V284" />
      <circle className="picture-thread" cx={center.x} cy={center.y} r={radius} />
      {steps.map(({ degrees }) => {
        const { x, y } = at(degrees + 40);
        return <ArrowHead key={degrees} x={x} y={y} degrees={degrees + 40 + 90} />;
      })}
      {steps.map(({ degrees, words, label, anchor }, index) => (
        <g key={degrees}>
          <Knot {...at(degrees)} number={index + 1} />
          <Words {...label} lines={[words.name]} kind="name" anchor={anchor} />
          <Words x={label.x} y={label.y + 18} lines={words.note} anchor={anchor} />
        </g>
      ))}
      <Words x={center.x} y={156} lines={say.between} kind="aside" anchor="middle" />
      <Knot x={32} y={292} />
      <Words x={50} y={297} lines={[say.later]} />
    </Drawing>
  );
}
