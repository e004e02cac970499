const localHosts = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** The did:web name of whoever answers at an address: `https://a.example/b/c` is `did:web:a.example:b:c`. */
export function didOfAddress(address: string): string {
  const { host, pathname } = new URL(address);
  const parts = pathname.split("/").filter((part) => part !== "");
  return ["did:web", encodeURIComponent(host), ...parts].join(":");
}

/** The address behind a did:web name, or undefined for what is none. Only a machine's own address is asked without TLS. */
export function addressOfDid(did: string): string | undefined {
  const [scheme, method, host, ...path] = did.split(":");
  if (scheme !== "did" || method !== "web" || host === undefined) return undefined;
  const name = decoded(host);
  if (!/^[a-z0-9.-]+(:\d+)?$/i.test(name) || path.some((part) => !/^[\w.-]+$/.test(part) || /^\.+$/.test(part))) return undefined;
  return [`${localHosts.test(name) ? "http" : "https"}://${name}`, ...path].join("/");
}

/** What is not written as percent-encoding is the name of nobody. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Where the keys of a did:web name are published. */
export function didDocumentAddress(did: string): string | undefined {
  const address = addressOfDid(did);
  if (address === undefined) return undefined;
  return did.split(":").length > 3 ? `${address}/did.json` : `${address}/.well-known/did.json`;
}
