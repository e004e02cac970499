import { pictures } from "../strings/en-pictures.ts";
import { ArrowHead, Drawing, Words } from "./parts.tsx";

const say = pictures.behaviorChain;
const links = [say.setting, say.antecedent, say.behavior, say.consequence];
const [pitch, height] = [66, 50];

/** A behavior between what comes before and what follows it, and the purpose that it serves for the person. */
export function BehaviorChainDrawing({ title }: { title: string }) {
  return (
    <Drawing title={title} height={344}>
      <path className="picture-thread" d="M278 306H300Q320 306 320 286V185Q320 165 300 165H286" />
      <ArrowHead x={282} y={165} degrees={180} />
      {links.map(({ name, note }, index) => (
        <g key={name}>
          <rect className="picture-part" x={8} y={8 + index * pitch} width={270} height={height} rx={25} />
          <Words x={32} y={29 + index * pitch} lines={[name]} kind="name" />
          <Words x={32} y={47 + index * pitch} lines={[note]} />
        </g>
      ))}
      <rect className="picture-purpose" x={8} y={272} width={270} height={66} rx={25} />
      <Words x={32} y={293} lines={[say.purpose.name]} kind="name" />
      <Words x={32} y={311} lines={say.purpose.note} />
      {[0, 1, 2, 3].map((index) => (
        <rect key={index} className="picture-link" x={240} y={48 + index * pitch} width={12} height={36} rx={6} />
      ))}
    </Drawing>
  );
}
