// Runs before the first paint: a chosen light or dark scheme never flashes the other one, and the first questions to the
// API travel while the application is still being loaded.
(() => {
  const read = (name) => {
    try {
      return localStorage.getItem(`throughline.${name}`);
    } catch {
      return null; // Storage may be forbidden; the system's own scheme is used then.
    }
  };
  const ask = (href) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));

  const chosen = /(?:^|; )throughline-language=(en|es)(?:;|$)/.exec(document.cookie)?.[1];
  const asked = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "en" || tag === "es");
  document.documentElement.lang = chosen ?? asked ?? "en";

  const scheme = read("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;

  if (location.pathname !== "/sign-in") ask("/api/session");
  // Only where someone was signed in last time: it would be refused otherwise.
  if (location.pathname === "/" && read("signed-in") !== null) ask("/api/my/path");
})();
