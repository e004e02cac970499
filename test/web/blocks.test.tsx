import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { type ContentNode, diagramNames } from "../../functions/curriculum/content.ts";
import { deviceStorage } from "../../web/app/device-storage.ts";
import { Picture } from "../../web/pictures/picture.tsx";
import { ContentBody } from "../../web/ui/content-body.tsx";
import { loadBlocks } from "../../web/ui/lazy-block.tsx";
import { allBlocks, compiled, decide, graph, score, sort, statement } from "../content/all-blocks.ts";

// The plain text that stands until then is rendered before anything is fetched.
const before = renderToStaticMarkup(<ContentBody nodes={allBlocks()} />);
beforeAll(() => loadBlocks());

const keptAs = "throughline.draft.d.s.tried.m01.a";

/** A block as a lesson shows it, with what this device keeps of it. */
function shown(text: string, kept?: { answers: Record<string, string>; checked?: string[]; isShown?: boolean }): string {
  const nodes = compiled(text);
  const [, { kind = "", title = "" }] = nodes[0] as [string, Record<string, string>];
  const place = `${keptAs}.${kind}.${title}`;
  if (kept) deviceStorage().setItem(place, JSON.stringify({ checked: [], isShown: false, ...kept }));
  else deviceStorage().removeItem(place);
  return renderToStaticMarkup(<ContentBody nodes={nodes} keptAs={keptAs} />);
}

const plainWords = (html: string) => html.replaceAll(/<[^>]+>/g, "");
/** What is on the screen, without what is for paper alone. */
const onScreen = (html: string) => html.slice(0, html.indexOf('<div class="exercise-on-paper">'));
const onPaper = (html: string) => html.slice(html.indexOf('<div class="exercise-on-paper">'));

describe("a drawing", () => {
  test.each(diagramNames)("%s is one picture with its block's title as its name", (name) => {
    const html = renderToStaticMarkup(<Picture name={name} title="What it shows" />);
    expect(html).toMatch(
      /^<svg class="picture" viewBox="0 0 340 \d+" role="img" aria-labelledby="([^"]+)"><title id="\1">What it shows<\/title>/,
    );
    expect(plainWords(html).length).toBeGreaterThan(60);
  });

  test("stands above the words of its block, and a name that nobody drew leaves the words alone", () => {
    const html = shown(':::diagram{name="tiers" title="Tiers"}\nThree layers.\n:::');
    expect(html.indexOf("<svg")).toBeGreaterThanOrEqual(0);
    expect(html.indexOf("Three layers.")).toBeGreaterThan(html.indexOf("</svg>"));
    expect(renderToStaticMarkup(<Picture name="toString" title="x" />)).toBe("");
  });
});

describe("a block before its code has come", () => {
  test("is its whole text and its tables, and keeps the answers of what is asked behind a line", () => {
    const html = before;
    for (const words of ["What tiers shows, in words.", "The last point lies below the line.", "Often, for those with support.", "22.5"])
      expect(html).toContain(words);
    expect(html.match(/<details class="block-answers">/g)).toHaveLength(4);
    expect(html).not.toContain("<svg");
  });
});

describe("a graph", () => {
  test("says its first and last figures and its gap in words, and has its table behind a line", () => {
    const html = shown(graph);
    expect(html).toContain(
      "Words correct: from 20 (1) to 22.5 (4). Goal line: from 20 (1) to 26 (4). 1 place has no value and stays empty.",
    );
    expect(html).toMatch(/<details class="chart-details"><summary>[^<]+<\/summary>.*<td[^>]*>22\.5<\/td>/s);
  });
});

describe("an exercise", () => {
  const all = { sort, decide, statement, score };

  test.each(Object.entries(all))("%s shows no reason and no answer before it is asked for, and all of them on paper", (_, text) => {
    const html = shown(text);
    const reasons = [...text.matchAll(/\| ([^|]+) \|$/gm)].map(([, why]) => why?.trim() ?? "").filter((why) => why.endsWith("."));
    expect(reasons.length).toBeGreaterThan(2);
    for (const why of reasons) {
      expect(onScreen(html)).not.toContain(why);
      expect(onPaper(html)).toContain(why);
    }
  });

  test.each(Object.entries(all))("%s is made of named groups of radio buttons, none of them chosen", (_, text) => {
    const html = onScreen(shown(text));
    const groups = html.match(/<fieldset.*?<\/fieldset>/gs) ?? [];
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) expect(group).toMatch(/^<fieldset[^>]*><legend[^>]*>.*\S.*<\/legend>.*type="radio"/s);
    expect(html).not.toContain("checked=");
    expect(html).toContain('role="status"');
  });

  test("takes up where it was left on this device", () => {
    const key = "A graph of eight weeks";
    const wrong = onScreen(shown(sort, { answers: { [key]: "Screening" }, checked: [key] }));
    expect(plainWords(wrong)).toContain("Better with: Progress monitoringIt shows change.");
    expect(wrong).toContain("0 of 1 right.");
    const right = onScreen(shown(sort, { answers: { [key]: "Progress monitoring" }, checked: [key] }));
    expect(plainWords(right)).toContain("Right: Progress monitoringIt shows change.");
  });

  test("shows the answers with their reasons to whoever asks for them", () => {
    const html = plainWords(onScreen(shown(sort, { answers: {}, isShown: true })));
    for (const why of ["Everyone, briefly.", "Often, for those with support.", "Everyone again.", "It shows change."])
      expect(html).toContain(why);
  });

  test("tells why for the decision that was chosen and for the one that holds up", () => {
    const html = plainWords(onScreen(shown(decide, { answers: { decision: "Wait for spring" }, checked: ["decision"] })));
    expect(html).toContain("Another decision holds up better A year is long.");
    expect(html).toContain("The decision that holds up: Ask whether it was deliveredDelivery comes first.");
  });

  test("builds the statement from what is chosen, with the parts still open in their places", () => {
    const html = plainWords(onScreen(shown(statement, { answers: { What: "Pushing in the line", Where: "In the hallway by the gym" } })));
    expect(html).toMatch(/so farPushing in the line Who \(not chosen yet\) In the hallway by the gym When \(not chosen yet\)/);
  });

  test("lays one's scores beside the sample's: agreement, both percents and their rule", () => {
    const answers = {
      "Timed warm-up": "done",
      "Caught up who was absent": "done",
      "Corrected each error": "partly",
      "Gave the final check": "notDone",
    };
    const html = plainWords(onScreen(shown(score, { answers, checked: Object.keys(answers) })));
    expect(html).toContain("You agree with the sample on 3 of 4 steps.");
    expect(html).toContain("Done, by your scores50% (2 of 4)");
    expect(html).toContain("Done, by the sample33% (1 of 3)");
    expect(html).toContain("Partly counts as not done here");
  });
});

describe("a word of the glossary", () => {
  const node: ContentNode = ["p", {}, "The ", ["term", { id: "goal-line" }, "goal line"], " rises."];
  const terms = [{ id: "goal-line", term: "goal line", definition: "It joins where one is to where one wants to be." }];

  test("is a button with its popover where the page can explain it, and a plain word where not", () => {
    const html = renderToStaticMarkup(<ContentBody nodes={[node]} terms={terms} />);
    expect(html).toMatch(/<button type="button" class="term" popoverTarget="([^"]+)">goal line<\/button><span id="\1"[^>]*popover="auto"/i);
    expect(html).toContain("It joins where one is");
    expect(html).toContain('href="/glossary#goal-line"');
    expect(renderToStaticMarkup(<ContentBody nodes={[node]} />)).toContain("<p>The goal line rises.</p>");
  });

  test("carries the language of its content, and the product's own words carry theirs", () => {
    const html = renderToStaticMarkup(<ContentBody nodes={[node]} terms={terms} language="es" />);
    expect(html).toContain('<div class="content" data-size="normal" lang="es">');
    expect(html).toContain('<a href="/glossary#goal-line" lang="en">');
  });
});
