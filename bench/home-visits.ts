export type Visits = Readonly<{ p50: number; p95: number; slowest: number; visits: number }>;

/** Somebody reads for a moment (this long on average) before they look again; without it ten people would be a load test, not ten people. */
const PAUSE_MS = 200;

/**
 * People who read one page again and again until stopped, each waiting for the whole HTML (the browser caches everything else
 * after the first visit). Milliseconds. Throws when an answer is not the page.
 */
export function visitHome(page: {
  url: string;
  cookie: string | undefined;
  people: number;
  pauseMs?: number;
}): {
  stop(): Promise<Visits>;
} {
  const pauseMs = page.pauseMs ?? PAUSE_MS;
  const headers = page.cookie === undefined ? {} : { cookie: page.cookie };
  const times: number[] = [];
  let over = false;
  const visitor = async (_: unknown, place: number) => {
    await pause((pauseMs / page.people) * place); // not all in the same instant
    while (!over) {
      const started = performance.now();
      const response = await fetch(page.url, { headers, redirect: "manual" });
      await response.arrayBuffer();
      if (response.status !== 200)
        throw new Error(
          `${page.url} answered ${response.status} ${response.headers.get("location") ?? ""}: is the session right?`,
        );
      times.push(performance.now() - started);
      await pause(pauseMs * (0.5 + Math.random())); // people do not march in step, and would, behind one slow answer
    }
  };
  const visitors = Promise.all(Array.from({ length: page.people }, visitor));
  visitors.catch(() => {}); // told by stop()
  return {
    async stop() {
      over = true;
      await visitors;
      times.sort((a, b) => a - b);
      return {
        p50: percentile(times, 0.5),
        p95: percentile(times, 0.95),
        slowest: times.at(-1) ?? 0,
        visits: times.length,
      };
    },
  };
}

/** The smallest measured value that at least this part of all values does not exceed. */
function percentile(sorted: readonly number[], part: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (value === undefined) throw new Error("nobody got to see the page");
  return value;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
