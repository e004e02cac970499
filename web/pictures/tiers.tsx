import { pictures } from "../strings/en-pictures.ts";
import { Drawing, Knot, Words } from "./parts.tsx";

const say = pictures.tiers;
const layers = [
  { x: 158, y: 22, words: say.three },
  { x: 84, y: 108, words: say.two },
  { x: 8, y: 194, words: say.one },
];
const right = 332;
const height = 70;

/** Three layers of the same stuff, one on the other: support that adds up, and no sorting of children. */
export function TiersDrawing({ title }: { title: string }) {
  return (
    <Drawing title={title} height={268}>
      <Words x={8} y={44} lines={say.aside} kind="aside" />
      {layers.map(({ x, y, words }) => (
        <g key={y}>
          <rect className="picture-part" x={x} y={y} width={right - x} height={height} rx={6} />
          <Words x={x + 14} y={y + 26} lines={[words.name]} kind="name" />
          <Words x={x + 14} y={y + 45} lines={words.note} />
        </g>
      ))}
      <path className="picture-thread" d="M306 57V229" />
      {layers.map(({ y }) => (
        <Knot key={y} x={306} y={y + height / 2} isTied />
      ))}
      {[100, 186].map((y) => (
        <path key={y} className="picture-line" d={`M250 ${y - 5}v10M245 ${y}h10`} />
      ))}
    </Drawing>
  );
}
