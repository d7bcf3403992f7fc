import { closeSync, openSync, writeSync } from "node:fs";
import { randomFrom } from "@/prisma/demo/random";

/** Every so many rows one is faulty: its address is not a web address. */
const FAULTY_EVERY = 50_000;

/**
 * Writes a forum's export as CSV: rows of a heavy-tailed community, where most people wrote once, a few wrote thousands,
 * and lengths and scores are as uneven. Returns how many of its rows are faulty.
 */
export function writeBigManifest(path: string, rows: number): number {
  const random = randomFrom(20261123);
  const people = Math.ceil(rows / 4);
  const file = openSync(path, "w");
  let faulty = 0;
  let text = "item_id,contributor,permalink,created_utc,tokens,score\n";
  for (let n = 1; n <= rows; n += 1) {
    const writer = Math.floor(people * random() ** 4); // The first thousandth of all people write a sixth of all rows.
    const tokens = 1 + Math.floor(20 / (random() + 0.004));
    const score = Math.floor(1 / (random() + 0.0005)) - 1;
    const bad = n % FAULTY_EVERY === 0;
    if (bad) faulty += 1;
    const address = bad ? `ftp://old.example/${n}` : `https://harbourforum.example/t/p${n}`;
    text += `p${n},member-${writer},${address},${1_500_000_000 + n * 60},${tokens},${score}\n`;
    if (text.length > 4_000_000) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  return faulty;
}
