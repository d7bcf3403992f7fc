/**
 * While a run goes on, ten people look at the creator home of a web server that is already running: REMIT_HOME_URL (say
 * http://localhost:3000/me) and REMIT_HOME_COOKIE (a session). Without them nothing is measured.
 */
export function watchHome(): { stop(): Promise<number | null> } {
  const url = process.env.REMIT_HOME_URL;
  if (url === undefined) return { stop: async () => null };
  const headers =
    process.env.REMIT_HOME_COOKIE === undefined ? {} : { cookie: process.env.REMIT_HOME_COOKIE };
  const times: number[] = [];
  let over = false;
  const visitor = async () => {
    while (!over) {
      const started = performance.now();
      const response = await fetch(url, { headers, redirect: "manual" });
      await response.arrayBuffer();
      if (response.status === 200) times.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, 200));
    }
  };
  const visitors = Promise.allSettled(Array.from({ length: 10 }, visitor));
  return {
    async stop() {
      over = true;
      await visitors;
      times.sort((a, b) => a - b);
      return times[Math.floor(times.length * 0.95)] ?? null;
    },
  };
}
