// Runs before the first paint: a chosen light or dark scheme never flashes the other one, and the question "who is
// signed in?" travels while the application is still being loaded.
(() => {
  try {
    const scheme = localStorage.getItem("throughline.scheme");
    if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
  } catch {
    // Storage may be forbidden; the system's own scheme is used then.
  }
  if (location.pathname === "/sign-in") return;
  const session = document.createElement("link");
  session.rel = "preload";
  session.as = "fetch";
  session.crossOrigin = "anonymous";
  session.href = "/api/session";
  document.head.append(session);
})();
