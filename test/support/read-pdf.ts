import { inflateSync } from "node:zlib";

/** What a test looks at in a PDF: its objects as text, what it says when it is read in order, and each page as it is drawn. */
export type ReadPdf = { objects: Map<string, string>; raw: string; text: string; structure: string[]; drawn: string[] };

/** Reads a PDF as a reader would: objects, the structure tree depth first, and text through each font's ToUnicode table. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString("latin1");
  const objects = new Map([...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => [id, body]));
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const text = pages.map((page) => textOf(page, objects)).join("\n");
  const root = /\/StructTreeRoot (\d+) 0 R/.exec(raw)?.[1] ?? "";
  const drawn = pages.map((page) => streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? "") ?? ""));
  return { objects, raw, text, structure: tagsBelow(objects, root), drawn };
}

function streamOf(body: string): string {
  const data = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? "";
  return body.includes("/FlateDecode") ? inflateSync(Buffer.from(data, "latin1")).toString("latin1") : data;
}

function textOf(page: string, objects: Map<string, string>): string {
  const at = (reference: string | undefined): string => objects.get(reference ?? "") ?? "";
  const resources = at(/\/Resources (\d+) 0 R/.exec(page)?.[1]);
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [
      name,
      unicodeOf(streamOf(at(/\/ToUnicode (\d+) 0 R/.exec(at(id))?.[1]))),
    ]),
  );
  let font = new Map<number, string>();
  let said = "";
  for (const [, name, shown] of streamOf(at(/\/Contents (\d+) 0 R/.exec(page)?.[1])).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font;
    else {
      const codes = [...(shown ?? "").matchAll(/<([0-9a-f]*)>/g)].map(([, hex = ""]) => hex).join("");
      for (const [code] of codes.matchAll(/.{4}/g)) said += font.get(Number.parseInt(code, 16)) ?? "\uFFFD";
      said += " ";
    }
  }
  return said.replaceAll(/\s+/g, " ");
}

/** A ToUnicode table as pdfkit writes it: ranges whose codes count up from the first. */
function unicodeOf(table: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from = "", , list = ""] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g))
    for (const [i, [, hex = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      map.set(Number.parseInt(from, 16) + i, Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"));
  return map;
}

function tagsBelow(objects: Map<string, string>, id: string): string[] {
  const body = objects.get(id) ?? "";
  const own = /\/S \/(\w+)/.exec(body)?.[1];
  const children = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? "";
  return [
    ...(own === undefined ? [] : [own]),
    ...[...children.matchAll(/(\d+) 0 R/g)].flatMap(([, child = ""]) => tagsBelow(objects, child)),
  ];
}
