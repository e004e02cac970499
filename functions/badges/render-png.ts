import type { ContentSource } from "../platform/context.ts";
import { sha256 } from "../platform/ids.ts";
import { withOutlines } from "./outline-text.ts";

const widthPixels = 600;
const keptPictures = 40;
const kept = new Map<string, Uint8Array>();

/** A drawing as dots, 600 wide. Drawn once in a process: the same drawing is the same picture. */
export async function renderPng(svg: string, content: ContentSource): Promise<Uint8Array> {
  const key = sha256(svg);
  const known = kept.get(key);
  if (known) return known;
  const { Resvg, fonts } = await (loading ??= load(content));
  const drawing = new Resvg(await withOutlines(svg, content), {
    fitTo: { mode: "width", value: widthPixels },
    font: {
      fontBuffers: fonts,
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
  });
  const png = drawing.render().asPng();
  drawing.free();
  if (kept.size >= keptPictures) kept.clear();
  kept.set(key, png);
  return png;
}

let loading: ReturnType<typeof load> | undefined;

/** Loaded with the first picture; a failure is tried again with the next. */
async function load(content: ContentSource) {
  try {
    const { Resvg, initWasm } = await import("@resvg/resvg-wasm");
    const [program, ...fonts] = await Promise.all([
      content.readProgram("resvg"),
      content.readFont("DejaVuSans"),
      content.readFont("DejaVuSans-Bold"),
    ]);
    await initWasm(program);
    return { Resvg, fonts };
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
