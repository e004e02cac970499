import { pictures } from "../strings/en-pictures.ts";
import { ArrowHead, Drawing, Knot, Words } from "./parts.tsx";

const say = pictures.fourQuestions;
const size = { width: 158, height: 108 };
const [left, right, top, bottom] = [1, 181, 8, 158];
const questions = [
  { x: left, y: top, words: say.need },
  { x: right, y: top, words: say.why },
  { x: right, y: bottom, words: say.what },
  { x: left, y: bottom, words: say.working },
];

/** Four questions in a loop that comes back to the first; delivery is asked about before anything else is blamed. */
export function FourQuestionsDrawing({ title }: { title: string }) {
  return (
    <Drawing title={title} height={274}>
      <path className="picture-thread" d="M81 60H259V214H81Z" />
      {questions.map(({ x, y, words }, index) => (
        <g key={index}>
          <rect className="picture-part" x={x} y={y} width={size.width} height={size.height} rx={6} />
          <Knot x={x + 22} y={y + 24} number={index + 1} />
          <Words x={x + 40} y={y + 22} lines={words.name} kind="name" />
          <Words x={x + 12} y={y + 72} lines={words.note} />
        </g>
      ))}
      <ArrowHead x={180} y={60} degrees={0} />
      <ArrowHead x={259} y={156} degrees={90} />
      <ArrowHead x={160} y={214} degrees={180} />
      <ArrowHead x={81} y={118} degrees={270} />
      <Words x={170} y={142} lines={say.again} kind="aside" anchor="middle" />
    </Drawing>
  );
}
