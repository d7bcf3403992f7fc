/** Makes the demo world. Each step is made once, so a seed that was killed is simply run again. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeDatabase } from "@/infra/db/db";
import { env } from "@/infra/env";
import { daysAfter } from "@/kernel/time";
import { carryOut } from "./demo/carry-out";
import { makeCast } from "./demo/cast";
import { type PlatformKey, PROFILES } from "./demo/communities";
import { sayTerms } from "./demo/consent";
import { reportDemoDeal } from "./demo/deals";
import { demoFile } from "./demo/demo-file";
import { disputeSteps, provingSteps } from "./demo/disputes";
import { openForum } from "./demo/handles";
import { HISTORY } from "./demo/history";
import { uploadDemoManifest } from "./demo/manifests";
import { PRESENT } from "./demo/present";
import { readingSteps } from "./demo/reading";
import { type Step, settlingOf } from "./demo/settle";
import { sendBrokenFile } from "./demo/trouble";
import { registerWorks } from "./demo/works";

const DEALS = [...HISTORY, ...PRESENT];
const FIRST_DEAL = Math.max(...DEALS.map((deal) => deal.reportedDaysAgo));

async function inOrder(steps: readonly Step[]): Promise<void> {
  for (const step of [...steps].sort((a, b) => a.at.getTime() - b.at.getTime())) await step.run();
}

async function sideBySide<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const rest = [...things];
  const hand = async () => {
    for (let thing = rest.shift(); thing !== undefined; thing = rest.shift()) await work(thing);
  };
  await Promise.all([hand(), hand()]);
}

await carryOut(); // What a killed seed left.
const cast = await makeCast();
for (const platform of Object.keys(PROFILES) as PlatformKey[]) await openForum(platform, cast);
const proving = provingSteps(cast);
const before = daysAfter(new Date(), -FIRST_DEAL);
await inOrder(proving.filter(({ at }) => at < before));
await sayTerms(cast);
await registerWorks(cast);
const made: { deal: (typeof DEALS)[number]; dealId: string }[] = [];
for (const deal of DEALS) made.push({ deal, dealId: await reportDemoDeal(deal, cast) });
await sideBySide(made, ({ deal, dealId }) => uploadDemoManifest(deal, dealId, cast));
await inOrder([
  ...proving.filter(({ at }) => at >= before),
  ...disputeSteps(cast),
  ...readingSteps(cast),
  ...made.flatMap(({ deal, dealId }) => settlingOf(deal, dealId, cast)),
]);
await sendBrokenFile(made, cast);
const dataDir = resolve(env().REMIT_DATA_DIR);
mkdirSync(dataDir, { recursive: true });
writeFileSync(join(dataDir, "demo.json"), `${JSON.stringify(await demoFile(cast), null, 2)}\n`, {
  mode: 0o600,
});
await closeDatabase();
