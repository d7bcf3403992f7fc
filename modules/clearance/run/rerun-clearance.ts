import { mkdir, rm } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { withEngine } from "@/infra/engine/engine";
import { workFile } from "@/infra/files/storage";
import { noopJobHandle } from "@/infra/work/noop-job-handle";
import { readyManifest } from "@/modules/manifests/read/ready-manifest";
import type { ClearanceRow } from "../repository";
import { decideClearance } from "./decide-clearance";

/**
 * Decides a finished clearance again in a work folder, from the tables alone, without the kept consent set. It stores
 * nothing, and says in what it comes to something else.
 */
export async function rerunClearance(clearance: ClearanceRow): Promise<readonly string[]> {
  const manifest = await readyManifest(clearance.manifestId);
  const dir = await workFile(".clearance-again");
  await mkdir(dir, { recursive: true });
  try {
    const again = await withEngine((connection) =>
      decideClearance(noopJobHandle(clearance.id), {
        clearance,
        manifest,
        dir,
        connection,
        ignoreCache: true,
      }),
    );
    const { consentDigest, inputDigest, digest, counts, reasons } = again;
    return [
      ...differs("consent digest", clearance.consentDigest, consentDigest),
      ...differs("input digest", clearance.inputDigest, inputDigest),
      ...differs("digest", clearance.digest, digest),
      ...(isDeepStrictEqual([clearance.counts, clearance.reasons], [counts, reasons])
        ? []
        : ["its counts are others when it is run again"]),
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function differs(what: string, stored: string | null, again: string): readonly string[] {
  return stored === again ? [] : [`its ${what} is ${stored ?? "missing"}, run again ${again}`];
}
