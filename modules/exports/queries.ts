import type { Readable } from "node:stream";
import { storage } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { query } from "@/infra/verb/query";
import { requireSignedIn } from "@/kernel/access";
import { notFound } from "@/kernel/errors";
import { exportKey, keptUntil } from "./domain/export-file";
import { type ExportRow, exportsOf } from "./repository/exports";
import { ExportRef, Nothing, PersonExport, PersonExportList } from "./schema";

type View = (typeof PersonExport)["_output"];

/** The copies one asked for, newest first. */
export const listExports = query({
  name: "exports.list",
  scope: "parties:read",
  input: Nothing,
  output: PersonExportList,
  async run({ actor, now }) {
    const rows = await exportsOf(requireSignedIn(actor));
    return { items: rows.map((row) => view(row, now)) };
  },
});

/** A copy that can be downloaded now: only by its person, signed in, and only until it is deleted. */
export const getExport = query({
  name: "exports.get",
  scope: "parties:read",
  input: ExportRef,
  output: PersonExport,
  async run({ actor, now }, { exportId }) {
    const row = (await exportsOf(requireSignedIn(actor))).find(({ id }) => id === exportId);
    const found = row === undefined ? null : view(row, now);
    if (found?.state !== "succeeded") throw notFound("export");
    return found;
  },
});

/** The file of a copy and when it was asked for, under the same rights as looking at it. */
export async function openExport(
  call: CallContext,
  exportId: string,
): Promise<Readonly<{ file: Readable; askedAt: string }>> {
  const { id, askedAt } = await getExport(call, { exportId });
  return { file: await storage().read(exportKey(id)), askedAt };
}

function view(row: ExportRow, now: Date): View {
  const until = row.state === "succeeded" && row.finishedAt !== null ? keptUntil(row.finishedAt) : null;
  return {
    id: row.id,
    state: until !== null && until <= now ? "expired" : (row.state as View["state"]),
    askedAt: row.createdAt.toISOString(),
    keptUntil: until?.toISOString() ?? null,
  };
}
