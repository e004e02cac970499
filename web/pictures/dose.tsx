import { pictures } from "../strings/en-pictures.ts";
import { Drawing, Words } from "./parts.tsx";

const say = pictures.dose;
const [box, pitch, start] = [34, 40.5, 11];
const planned = [0, 1, 2, 3, 4, 5, 6, 7];
/** 23 of the planned 30 minutes; two sessions did not take place, and one more was missed by the student. */
const rows = [
  { y: 8, words: say.planned, held: planned, share: 1, kind: "planned" },
  { y: 84, words: say.held, held: planned.filter((n) => n !== 2 && n !== 6), share: 23 / 30, kind: "held" },
  { y: 160, words: say.received, held: planned.filter((n) => n !== 2 && n !== 4 && n !== 6), share: 23 / 30, kind: "received" },
];

/** Sessions as boxes and minutes as what fills them: as planned, as held, and as one student received them. */
export function DoseDrawing({ title }: { title: string }) {
  return (
    <Drawing title={title} height={272}>
      {rows.map(({ y, words, held, share, kind }) => (
        <g key={kind}>
          <Words x={start} y={y + 14} lines={[words.name]} kind="name" />
          <Words x={start + 7 * pitch + box} y={y + 14} lines={[words.note]} anchor="end" />
          {planned.map((n) => (
            <g key={n}>
              {held.includes(n) && (
                <rect
                  className="picture-fill"
                  data-kind={kind}
                  x={start + n * pitch}
                  y={y + 24 + box * (1 - share)}
                  width={box}
                  height={box * share}
                />
              )}
              <rect
                className={held.includes(n) ? "picture-box" : "picture-missing"}
                x={start + n * pitch}
                y={y + 24}
                width={box}
                height={box}
                rx={2}
              />
            </g>
          ))}
        </g>
      ))}
      <Words x={start} y={246} lines={say.key} kind="aside" />
    </Drawing>
  );
}
