/** Makes the demo world. Each step is made once, so a seed that was killed is simply run again. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeDatabase } from "@/infra/db";
import { env } from "@/infra/env";
import { makeCast } from "./demo/cast";
import { demoFile } from "./demo/demo-file";

const cast = await makeCast();
const dataDir = resolve(env().REMIT_DATA_DIR);
mkdirSync(dataDir, { recursive: true });
writeFileSync(join(dataDir, "demo.json"), `${JSON.stringify(await demoFile(cast), null, 2)}\n`, {
  mode: 0o600,
});
await closeDatabase();
