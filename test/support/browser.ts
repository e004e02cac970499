import { existsSync } from "node:fs";
import { type Browser, chromium as playwright } from "playwright-core";

/** Flags for screenshots inside Lambda. Without web security a browser sends no Origin, and no change is accepted. */
const unwanted = ["--single-process", "--headless", "--disable-web-security", "--allow-running-insecure-content"];

const systemLibraries = ["/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib"];

/**
 * A real Chromium that came with `npm ci`: nothing is downloaded, nothing is installed on the machine. Where the
 * machine lacks the libraries a browser needs, the ones that the package carries for Lambda are used.
 */
export async function openBrowser(): Promise<Browser> {
  const hasLibraries = systemLibraries.some((folder) => existsSync(`${folder}/libnss3.so`));
  const before = { lambda: process.env.AWS_EXECUTION_ENV, libraries: process.env.LD_LIBRARY_PATH };
  // The package unpacks its libraries only when it believes that it runs in Lambda, and looks once, when loaded.
  if (!hasLibraries) process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs24.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  const executablePath = await chromium.executablePath();
  const env = { ...process.env } as Record<string, string>;
  restore("AWS_EXECUTION_ENV", before.lambda);
  restore("LD_LIBRARY_PATH", before.libraries);
  return playwright.launch({
    executablePath,
    env,
    args: [
      ...chromium.args.filter((arg) => !unwanted.some((one) => arg.startsWith(one))),
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    headless: true,
  });
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
