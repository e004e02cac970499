import { pictures } from "../strings/en-pictures.ts";
import { ArrowHead, Drawing, Knot, Words } from "./parts.tsx";

const say = pictures.stages;
const stages = [
  { x: 76, y: 56, words: say.exploration },
  { x: 240, y: 56, words: say.installation },
  { x: 240, y: 188, words: say.initial },
  { x: 76, y: 188, words: say.full },
];

/** Four stages on one trail that also leads back: a practice may return to an earlier one. */
export function StagesDrawing({ title }: { title: string }) {
  return (
    <Drawing title={title} height={312}>
      <path className="picture-thread" d="M8 56H240C344 56 344 188 240 188H14" />
      <ArrowHead x={10} y={188} degrees={180} />
      <path className="picture-back" d="M228 41Q158 8 91 41M88 173Q158 140 225 173" />
      <ArrowHead x={89} y={42} degrees={154} kind="back" />
      <ArrowHead x={227} y={174} degrees={26} kind="back" />
      {stages.map(({ x, y, words }, index) => (
        <g key={index}>
          <Knot x={x} y={y} number={index + 1} />
          <Words x={x} y={y + 32} lines={words.name} kind="name" anchor="middle" />
          <Words x={x} y={y + 32 + 19 * words.name.length} lines={words.note} anchor="middle" />
        </g>
      ))}
      <path className="picture-back" d="M12 294H40" />
      <ArrowHead x={10} y={294} degrees={180} kind="back" />
      <Words x={50} y={291} lines={say.back} />
    </Drawing>
  );
}
