import { pictures } from "../strings/en-pictures.ts";
import { ArrowHead, Drawing, Knot, Words } from "./parts.tsx";

const say = pictures.meetingLoop;
const steps = [
  { y: 56, words: say.back },
  { y: 100, words: say.problem },
  { y: 144, words: say.goal },
  { y: 188, words: say.plan },
  { y: 248, words: say.doIt },
];

/** The thread leaves the last step between its two lines. */
const isLast = (index: number) => index === steps.length - 1;

/** What a team does in a meeting and between meetings, coming back to look at what it did; and the base it stands on. */
export function MeetingLoopDrawing({ title }: { title: string }) {
  return (
    <Drawing title={title} height={330}>
      <rect className="picture-part" x={8} y={8} width={290} height={208} rx={6} />
      <Words x={290} y={28} lines={[say.inMeeting]} kind="aside" anchor="end" />
      <path className="picture-thread" d="M34 56V248H306Q324 248 324 230V74Q324 56 306 56H220" />
      <ArrowHead x={216} y={56} degrees={180} />
      {steps.map(({ y, words }, index) => (
        <g key={y}>
          <Knot x={34} y={y} number={index + 1} />
          <Words x={56} y={isLast(index) ? y - 8 : y - 1} lines={[words.name]} kind="name" />
          <Words x={56} y={isLast(index) ? y + 18 : y + 17} lines={[words.note]} />
        </g>
      ))}
      <rect className="picture-base" x={8} y={282} width={324} height={44} rx={4} />
      <Words x={170} y={300} lines={say.base} anchor="middle" />
    </Drawing>
  );
}
