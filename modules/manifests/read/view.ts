import type { z } from "zod";
import { contentVersion } from "@/infra/verb/content-version";
import { NOT_STORED } from "@/infra/verb/precondition";
import type { Manifest, NoteCounts } from "../domain/manifest";
import { NOTES, noteText } from "../domain/reasons";
import type { findJobProgress } from "../repository/manifest";
import type { MappingProfile } from "../repository/mapping-profile";
import type { ManifestSummary, ManifestView, MappingProfileView } from "../schema";

const text = (value: bigint | null): string | null => (value === null ? null : String(value));

export function toSummary(manifest: Manifest): z.input<typeof ManifestSummary> {
  const { mapping: _mapping, columns: _columns, ...rest } = manifest;
  return {
    ...rest,
    bytes: String(rest.bytes),
    unpackedBytes: text(rest.unpackedBytes),
    received: text(rest.received),
    accepted: text(rest.accepted),
    rejected: text(rest.rejected),
    contributors: text(rest.contributors),
    tokens: text(rest.tokens),
    reasons: rest.reasons === null ? null : { ...rest.reasons },
    notes: rest.notes === null ? null : withTexts(rest.notes),
    createdAt: rest.createdAt.toISOString(),
    finishedAt: rest.finishedAt?.toISOString() ?? null,
  };
}

const withTexts = (notes: NoteCounts) =>
  Object.fromEntries(
    NOTES.flatMap((note) => {
      const seen = notes[note];
      return seen === undefined ? [] : [[note, { ...seen, message: noteText(note) }]];
    }),
  );

type Job = Awaited<ReturnType<typeof findJobProgress>>;

export function toView(manifest: Manifest, job: Job): z.input<typeof ManifestView> {
  const { mapping } = manifest;
  return {
    ...toSummary(manifest),
    columns: [...manifest.columns],
    mapping: { ...mapping, columns: { ...mapping.columns }, deletedMarkers: [...mapping.deletedMarkers] },
    progress:
      job === null
        ? null
        : {
            phase: job.phase,
            phases: job.phases as NonNullable<ManifestView["progress"]>["phases"],
            rowsDone: String(job.rowsDone),
            rowsTotal: text(job.rowsTotal),
            rowsPerSecond: job.rowsPerSecond,
            secondsLeft: job.secondsLeft,
            jobState: job.state,
            cancelling: job.cancelRequestedAt !== null && (job.state === "running" || job.state === "queued"),
          },
  };
}

export function toProfileView(profile: MappingProfile): z.input<typeof MappingProfileView> {
  const { columns, deletedMarkers, ...options } = profile.mapping;
  return {
    id: profile.id,
    name: profile.name,
    mapping: {
      ...options,
      ...(columns === undefined ? {} : { columns: { ...columns } }),
      ...(deletedMarkers === undefined ? {} : { deletedMarkers: [...deletedMarkers] }),
    },
    createdAt: profile.createdAt.toISOString(),
    version: profileVersion(profile),
  };
}

/** Of the mapping stored under a name. */
export const profileVersion = (profile: Pick<MappingProfile, "mapping"> | null): string =>
  profile === null ? NOT_STORED : contentVersion(profile.mapping);
