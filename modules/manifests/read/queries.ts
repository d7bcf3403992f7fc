import { webStream } from "@/infra/files/web-stream";
import type { CallContext } from "@/infra/verb/command";
import { query } from "@/infra/verb/query";
import { isOperator, mayFor } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { pageSize, readPage } from "@/kernel/page";
import { dealForManifests, manifestFor } from "../receive/manifest-access";
import { findJobProgress, listManifestRows } from "../repository/manifest";
import { listProfiles } from "../repository/mapping-profile";
import {
  ListManifestsRequest,
  ListOrganisationManifestsRequest,
  ListProfilesRequest,
  ListRejectionsRequest,
  ManifestOrder,
  ManifestPage,
  ManifestRequest,
  ManifestView,
  MappingProfiles,
  RejectionOrder,
  RejectionPage,
} from "../schema";
import { readRejections, rejectionsCsv } from "./rejections";
import { toProfileView, toSummary, toView } from "./view";

export const getManifest = query({
  name: "manifests.get",
  scope: "manifests:read",
  input: ManifestRequest,
  output: ManifestView,
  async run({ actor }, { manifestId }) {
    const manifest = await manifestFor(actor, manifestId, "manifests:read");
    return toView(manifest, manifest.jobId === null ? null : await findJobProgress(manifest.jobId));
  },
});

export const listManifests = query({
  name: "manifests.list",
  scope: "manifests:read",
  input: ListManifestsRequest,
  output: ManifestPage,
  async run({ actor }, { dealId, cursor, limit }) {
    await dealForManifests(actor, dealId, "manifests:read");
    const page = await readPage(
      limit,
      (take) => listManifestRows({ dealId }, { before: cursor?.[0], take }),
      ({ id }) => ManifestOrder.write(id),
    );
    return { items: page.items.map(toSummary), nextCursor: page.nextCursor };
  },
});

/** Over all deals of an organisation, newest first: one query. */
export const listOrganisationManifests = query({
  name: "manifests.list_of_organisation",
  scope: "manifests:read",
  input: ListOrganisationManifestsRequest,
  output: ManifestPage,
  async run({ actor }, { organisationId, cursor, limit }) {
    if (!mayFor(actor, organisationId, "manifests:read") && !isOperator(actor, "operator:read"))
      throw notFound("organisation");
    const page = await readPage(
      limit,
      (take) => listManifestRows({ organisationId }, { before: cursor?.[0], take }),
      ({ id }) => ManifestOrder.write(id),
    );
    return { items: page.items.map(toSummary), nextCursor: page.nextCursor };
  },
});

export const listRejections = query({
  name: "manifests.list_rejections",
  scope: "manifests:read",
  input: ListRejectionsRequest,
  output: RejectionPage,
  async run({ actor }, { manifestId, reason, cursor, limit }) {
    const { rejectedKey } = await manifestFor(actor, manifestId, "manifests:read");
    if (rejectedKey === null) return { items: [], nextCursor: null };
    const page = { reason: reason ?? null, from: Number(cursor?.[0] ?? 0), take: pageSize(limit) };
    const { rows, next } = await readRejections(rejectedKey, page);
    const items = rows.map((row) => ({
      ...row,
      record: String(row.record),
      line: String(row.line),
      otherLine: row.otherLine === null ? null : String(row.otherLine),
    }));
    return { items, nextCursor: next === null ? null : RejectionOrder.write(next) };
  },
});

export const listMappingProfiles = query({
  name: "manifests.list_mapping_profiles",
  scope: "manifests:read",
  shows: "mapping profile",
  input: ListProfilesRequest,
  output: MappingProfiles,
  async run({ actor }, { organisationId }) {
    if (!mayFor(actor, organisationId, "manifests:read") && !isOperator(actor, "operator:read"))
      throw notFound("organisation");
    return { items: (await listProfiles(organisationId)).map(toProfileView), nextCursor: null };
  },
});

/** The rejections of a manifest as a CSV that is made while it is read. */
export async function exportRejections(
  call: CallContext,
  manifestId: string,
): Promise<{ fileName: string; body: ReadableStream<Uint8Array> }> {
  await getManifest(call, { manifestId }); // the same rights as looking at it
  const manifest = await manifestFor(call.actor, manifestId, "manifests:read");
  if (manifest.rejectedKey === null)
    throw new DomainError(
      "MANIFEST_STATE",
      `This manifest is ${manifest.state}; its rejections are there once its checks are done.`,
    );
  return { fileName: `${manifest.id}-rejections.csv`, body: webStream(rejectionsCsv(manifest.rejectedKey)) };
}
