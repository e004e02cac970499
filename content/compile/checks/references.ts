import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";

/** A module names each source once. */
export function checkReferences({ modules }: ContentSource, report: Report): void {
  for (const { module } of modules) {
    const addresses = (module?.value.references ?? []).map(({ url }) => url.replace(/\/$/, "").toLowerCase());
    addresses.forEach((address, i) => {
      if (!module || addresses.indexOf(address) === i) return;
      const place = module.at(["references", i, "url"]);
      report({ ...place, severity: "error", message: "this source is listed twice", fix: "Keep one, and say there all that it supports." });
    });
  }
}
