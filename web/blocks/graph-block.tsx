import type { BlockProps } from "../ui/lazy-block.tsx";
import { partsOf } from "./block-nodes.ts";
import { Graph } from "./graph.tsx";

/** A table drawn as a graph, with the text around it. */
export function GraphBlock({ nodes, render }: BlockProps) {
  const { tables } = partsOf(nodes);
  const [table] = tables;
  if (!table) return render(nodes);
  const place = nodes.indexOf(table.node);
  return (
    <>
      {render(nodes.slice(0, place))}
      <Graph table={table} render={render} />
      {render(nodes.slice(place + 1))}
    </>
  );
}
