import { describe, expect, it } from "vitest";
import { badgeImage } from "../../functions/badges/badge-image.ts";
import { withOutlines } from "../../functions/badges/outline-text.ts";
import { renderPng } from "../../functions/badges/render-png.ts";
import { inOrderFor } from "../../functions/platform/paper/typefaces.ts";
import { contentFrom } from "../support/store.ts";

const content = contentFrom("dist/content");
const picture = (title: string) => badgeImage({ title, level: "Foundations", districtName: "Maple Valley" });

describe("a badge's picture", () => {
  it("stays as it is in letters that are drawn one after the other, and reads nothing for it", async () => {
    const nothing = { ...content, readTypefaces: () => Promise.reject(new Error("nothing is read")) };
    expect(await withOutlines(picture("Fundamentos de MTSS: Ñandú & Łódź"), nothing)).toContain("Ñandú &amp; Łódź");
  });

  it("draws a title whose letters join or stack as outlines, and says it in words still", async () => {
    const drawn = await withOutlines(picture("बहु-स्तरीय सहायता"), content);
    expect(drawn).toContain(`aria-label="बहु-स्तरीय सहायता, Maple Valley"`);
    expect(drawn).not.toMatch(/<text[^>]*>[^<]*\p{Script=Devanagari}/u);
    expect(drawn.match(/<path transform/g)?.length).toBeGreaterThan(8);
    expect(drawn).toMatch(/<text[^>]*>Maple Valley<\/text>/);
    expect((await renderPng(picture("बहु-स्तरीय सहायता"), content)).length).toBeGreaterThan(10_000);
  });

  it("breaks a Chinese title between any two signs, so that it is drawn large", () => {
    const sizes = [...picture("多层次支持系统基础证书").matchAll(/font-size="(\d+)" font-weight="700"/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBe(2);
    expect(Math.min(...sizes)).toBeGreaterThan(30);
  });
});

describe("Chinese characters", () => {
  const faces = ["sc-1", "tc-1", "jp-1", "kr-1"].map((name) => ({ name: `noto-sans-${name}` }));
  it.each([
    ["张伟", "sc"],
    ["陳龍", "tc"],
    ["桜沢", "jp"],
    ["山田さくら", "jp"],
    ["김 英", "kr"],
    ["李英", "sc"],
  ])("of %s are drawn in the forms of %s", async (name, region) => {
    const { han } = await content.readTypefaces();
    expect(inOrderFor(faces, name, han)[0]?.name).toBe(`noto-sans-${region}-1`);
  });
});
