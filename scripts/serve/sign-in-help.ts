import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

type Demo = {
  people: { name: string; email: string; persona: string }[];
  organisations: { name: string; kind: string; apiKey: string }[];
};

/** Who can be signed in as in the demo world, in a few lines for the terminal. */
export async function signInHelp(dataDir: string, url: string): Promise<string> {
  const file = join(dataDir, "demo.json");
  const near = relative(".", file);
  const demo = JSON.parse(readFileSync(file, "utf8")) as Demo;
  const width = Math.max(...demo.people.map((person) => person.name.length));
  const people = demo.people.map(
    (person) => `  ${person.name.padEnd(width)}  ${person.email.padEnd(34)} ${person.persona}`,
  );
  return [
    `Sign in at ${url}/sign-in: pick one of these people under "Sign in as",`,
    `or enter their address and open the link in ${url}/dev/mailbox`,
    "",
    ...people,
    "",
    `API keys of the demo organisations are in ${near.startsWith("..") ? file : near}`,
  ].join("\n");
}
