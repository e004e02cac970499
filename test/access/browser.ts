/** What came back for one request. */
export type Answer = { url: URL; status: number; headers: Headers; body: string; location: URL | undefined };

/** A browser as far as sign-in needs one: cookies by host, redirects one at a time, everything it saw kept. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Every answer's status, address, headers and body, in order. */
  readonly seen: { url: string; status: number; headers: Headers; body: string }[] = [];

  /** The value of a cookie that this browser holds for a host. */
  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name);
  }

  /** Puts a cookie where another browser would have it. */
  setCookie(host: string, name: string, value: string): void {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    jar.set(name, value);
    this.#cookies.set(host, jar);
  }

  /** One request; a redirect is an answer like any other. */
  async send(address: string | URL, init: RequestInit = {}): Promise<Answer> {
    const url = new URL(address);
    const cookies = [...(this.#cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = new Headers(init.headers);
    if (cookies !== "") headers.set("cookie", cookies);
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(url.host, line);
    const body = await response.text();
    this.seen.push({ url: url.href, status: response.status, headers: response.headers, body });
    const to = response.headers.get("location");
    return { url, status: response.status, headers: response.headers, body, location: to === null ? undefined : new URL(to, url) };
  }

  /** Follows redirects until an answer is none, or until `stop` says so; returns that answer. */
  async follow(address: string | URL, stop: (next: URL) => boolean = () => false, init: RequestInit = {}): Promise<Answer> {
    let answer = await this.send(address, init);
    for (let hops = 0; answer.location && !stop(answer.location); hops++) {
      if (hops > 10) throw new Error(`too many redirects, last to ${answer.location.href}`);
      answer = await this.send(answer.location);
    }
    return answer;
  }

  /** Sends the form of a page with its hidden fields, and follows from there. */
  async submit(page: Answer, stop: (next: URL) => boolean): Promise<Answer> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.body)?.[1];
    if (action === undefined) throw new Error(`no form on ${page.url.href}`);
    const fields = [...page.body.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]);
    return this.follow(action, stop, { method: "POST", body: new URLSearchParams(fields) });
  }

  #keep(host: string, line: string): void {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const name = pair.slice(0, pair.indexOf("="));
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    const isExpired = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || /^expires=Thu, 01 Jan 1970/i.test(attribute));
    if (isExpired) jar.delete(name);
    else jar.set(name, pair.slice(pair.indexOf("=") + 1));
    this.#cookies.set(host, jar);
  }
}
