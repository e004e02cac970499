import type { Context as HonoContext } from "hono";
import { getCookie } from "hono/cookie";

/** The languages the product speaks; English is the original and what everything falls back to. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** The language a browser asks for (RFC 9110, `Accept-Language`): the first it names that we speak, else English. */
export function languageFrom(header: string | undefined): Language {
  const asked = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { language } of asked) {
    const spoken = languages.find((one) => one === language);
    if (spoken) return spoken;
  }
  return "en";
}

/** The language to answer a request in: what the person chose in the application, else what their browser asks for. */
export function languageOf(c: HonoContext): Language {
  return languageFrom(getCookie(c, "throughline-language") ?? c.req.header("accept-language"));
}
