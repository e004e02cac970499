import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import type { ContentNode, ExerciseKind } from "../../functions/curriculum/content.ts";
import { PlainBlock } from "./plain-block.tsx";

/** The blocks whose code is fetched when a lesson holds one. */
export type BlockKind = "diagram" | "graph" | ExerciseKind;

/** A block as the compiler emitted it; `render` shows training content as everywhere else. */
export type BlockProps = {
  kind: BlockKind;
  title: string;
  /** Which drawing, for a diagram. */
  name: string | undefined;
  nodes: readonly ContentNode[];
  render: (nodes: readonly ContentNode[]) => ReactNode;
};

type BlockComponent = ComponentType<BlockProps>;

const exercise = () => import("../blocks/exercise-block.tsx").then(({ ExerciseBlock }): BlockComponent => ExerciseBlock);
const loaders: Record<BlockKind, () => Promise<BlockComponent>> = {
  diagram: () => import("../pictures/picture-block.tsx").then(({ PictureBlock }): BlockComponent => PictureBlock),
  graph: () => import("../blocks/graph-block.tsx").then(({ GraphBlock }): BlockComponent => GraphBlock),
  decide: () => import("../blocks/decide-block.tsx").then(({ DecideBlock }): BlockComponent => DecideBlock),
  sort: exercise,
  statement: exercise,
  score: exercise,
};

const ready = new Map<BlockKind, BlockComponent>();
const coming = new Map<BlockKind, BlockComponent>();

async function load(kind: BlockKind): Promise<BlockComponent> {
  const block = await loaders[kind]();
  ready.set(kind, block);
  return block;
}

/** What shows a kind of block: itself where its code is there, else a place that waits for it. */
function blockOf(kind: BlockKind): BlockComponent {
  const known = ready.get(kind) ?? coming.get(kind);
  if (known) return known;
  const later = lazy(() =>
    load(kind)
      // Without a connection the plain text serves; the next lesson tries again.
      .catch((): BlockComponent => {
        coming.delete(kind);
        return PlainBlock;
      })
      .then((block) => ({ default: block })),
  );
  coming.set(kind, later);
  return later;
}

/** Fetches the code of every kind of block ahead of need, so that a lesson opens whole also when the connection has gone. */
export async function loadBlocks(): Promise<void> {
  await Promise.allSettled((Object.keys(loaders) as BlockKind[]).map(load));
}

/** A block that shows itself as plain text and tables until its code has come, and for good where it does not come. */
export function LazyBlock(props: BlockProps) {
  // Chosen once: a block that changed its component between two renders would forget what is under way in it.
  const [Block] = useState(() => blockOf(props.kind));
  return (
    <Suspense fallback={<PlainBlock {...props} />}>
      <Block {...props} />
    </Suspense>
  );
}
