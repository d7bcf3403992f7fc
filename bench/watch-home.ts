/**
 * How long ten people wait for the creator home of a running `npm start`. Signs the person in by a session row in the
 * database of REMIT_DATA_DIR (`.data`), and ends the session afterwards. `npm run bench -- bench/watch-home.ts [--person
 * mara] [--seconds 20] [--people 10] [--url http://localhost:3000/me]`.
 */
import { parseArgs } from "node:util";
import { visitHome } from "./home-visits";
import { openWorld, personId, signIn } from "./running-world";

const OPTIONS = {
  person: { type: "string", default: "mara" },
  seconds: { type: "string", default: "20" },
  people: { type: "string", default: "10" },
  url: { type: "string", default: `http://localhost:${process.env.PORT ?? 3000}/me` },
} as const;

async function main(): Promise<void> {
  const { person, seconds, people, url } = parseArgs({ options: OPTIONS }).values;
  const dir = process.env.REMIT_DATA_DIR ?? ".data";
  openWorld(dir);
  const session = await signIn(personId(dir, person));
  try {
    const cookie = `${url.startsWith("https://") ? "__Host-" : ""}remit.session=${session.token}`;
    for (const warm of [true, false]) {
      const visits = visitHome({ url, cookie, people: Number(people) });
      await new Promise((done) => setTimeout(done, warm ? 2000 : Number(seconds) * 1000));
      const { p50, p95, slowest, visits: count } = await visits.stop();
      const ms = (value: number) => `${value.toFixed(0)} ms`;
      if (!warm)
        process.stdout.write(
          `${url}, ${people} people for ${seconds} s: p50 ${ms(p50)}, p95 ${ms(p95)}, slowest ${ms(slowest)} (${count} looks)\n`,
        );
    }
  } finally {
    await session.end();
  }
}

await main();
