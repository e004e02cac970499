import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { getRequestListener } from "@hono/node-server";
import { securityHeaders } from "../../functions/platform/security.ts";

const mediaTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

const apiPaths = /^\/(api|auth|verify|badges|stop|docs)(\/|$)|^\/openapi\.json$/;

type Respond = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** One address for everything, as CloudFront is when deployed: the API, the web's files, and what only a laptop has. */
export function createWebServer(options: {
  api: (request: Request) => Response | Promise<Response>;
  webFolder: string;
  local: Record<string, Respond>;
}): Server {
  const api = getRequestListener(options.api);
  const files = staticFiles(options.webFolder);
  return createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const own = Object.entries(options.local).find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
    const respond: Respond = own ? own[1] : apiPaths.test(path) ? api : files;
    Promise.resolve(respond(request, response)).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end("Something went wrong in the local server. Its terminal says what.");
    });
  });
}

/** What object storage does when deployed: takes and gives files at the addresses that the store signed. */
export function filesAt(store: { answer(request: Request): Promise<Response> }): Respond {
  return getRequestListener((request) => store.answer(request));
}

/** The web's built files: hashed ones for ever, the page itself never; an address without a file is a page of the application. */
function staticFiles(folder: string): Respond {
  const held = new Map<string, { bytes: Buffer; compressed: Buffer | undefined }>();
  const read = async (path: string) => {
    const found = held.get(path);
    if (found) return found;
    const bytes = await readFile(join(folder, path));
    const isText = /text|json|javascript|svg/.test(mediaTypes[extname(path)] ?? "");
    const compressed = isText ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : undefined;
    const file = { bytes, compressed };
    held.set(path, file);
    return file;
  };
  return async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://local").pathname));
    const isFile = extname(asked) !== "";
    const path = isFile ? asked : "/index.html";
    const file = await read(path).catch(() => undefined);
    if (!file) {
      response.writeHead(404, { ...securityHeaders, "content-type": "text/plain; charset=utf-8" });
      response.end("Not found");
      return;
    }
    const isCompressed = file.compressed !== undefined && /\bbr\b/.test(String(request.headers["accept-encoding"]));
    const body = isCompressed ? file.compressed : file.bytes;
    response.writeHead(200, {
      ...securityHeaders,
      "content-type": mediaTypes[extname(path)] ?? "application/octet-stream",
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      "content-length": String(body?.length),
      vary: "accept-encoding",
      ...(isCompressed && { "content-encoding": "br" }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };
}
