import { test as base, expect } from "@playwright/test";

type Guard = {
  /** What this test expects on the console, e.g. the browser's own line about a 404 it asks for. */
  expectedConsole: readonly RegExp[];
  consoleGuard: undefined;
};

/** Playwright's `test`, which also fails on any console error, uncaught exception or failed request of our own. */
export const test = base.extend<Guard>({
  expectedConsole: [[], { option: true }],
  consoleGuard: [
    async ({ context, expectedConsole }, use) => {
      const faults: string[] = [];
      const note = (fault: string) => {
        if (!expectedConsole.some((pattern) => pattern.test(fault))) faults.push(fault);
      };
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type()))
          note(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
      context.on("response", (response) => {
        if (response.status() >= 500) note(`answer ${response.status()}: ${response.url()}`);
      });
      await use(undefined);
      expect(faults, "faults in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
