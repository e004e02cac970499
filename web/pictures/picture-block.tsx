import type { BlockProps } from "../ui/lazy-block.tsx";
import { Picture } from "./picture.tsx";

/** A drawing, and below it the words that say what it shows. */
export function PictureBlock({ name, title, nodes, render }: BlockProps) {
  return (
    <>
      <Picture name={name} title={title} />
      {render(nodes)}
    </>
  );
}
