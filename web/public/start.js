// Runs before the first paint, so that no other scheme flashes; the first questions to the API travel meanwhile.
(() => {
  const read = (name) => {
    try {
      return localStorage.getItem(`throughline.${name}`);
    } catch {
      return null; // Storage may be forbidden.
    }
  };
  const ask = (href) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));

  const chosen = /throughline-language=(e[ns])/.exec(document.cookie)?.[1];
  const asked = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => /e[ns]/.test(tag));
  document.documentElement.lang = chosen ?? asked ?? "en";

  const scheme = read("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;

  if (!/^\/(sign-in|check-badge)$/.test(location.pathname)) ask("/api/session");
  if (location.pathname === "/" && read("signed-in") !== null) ask("/api/my/path");
})();
