/** Makes the demo world. Each step is made once, so a seed that was killed is simply run again. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeDatabase } from "@/infra/db";
import { env } from "@/infra/env";
import { makeCast } from "./demo/cast";
import { registerWorks, sayTerms } from "./demo/consent";
import { DEMO_DEALS, reportDemoDeal } from "./demo/deals";
import { demoFile } from "./demo/demo-file";
import { proveHandles } from "./demo/handles";
import { uploadDemoManifest } from "./demo/manifests";
import { settleDemoDeal } from "./demo/settle";

const cast = await makeCast();
await proveHandles(cast);
await sayTerms(cast);
await registerWorks(cast);
for (const deal of DEMO_DEALS) {
  const dealId = await reportDemoDeal(deal, cast);
  await uploadDemoManifest(deal, dealId, cast);
  await settleDemoDeal(deal, dealId, cast);
}
const dataDir = resolve(env().REMIT_DATA_DIR);
mkdirSync(dataDir, { recursive: true });
writeFileSync(join(dataDir, "demo.json"), `${JSON.stringify(await demoFile(cast), null, 2)}\n`, {
  mode: 0o600,
});
await closeDatabase();
