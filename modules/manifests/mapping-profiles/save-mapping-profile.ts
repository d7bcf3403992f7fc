import { command } from "@/infra/verb/command";
import { actorName, mayFor } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { lastCommand, refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import { ManifestEvents } from "../events";
import { profileVersion, toProfileView } from "../read/view";
import { lockProfiles, upsertProfile } from "../repository/mapping-profile";
import { MappingProfileView, SaveProfileRequest } from "../schema";

/** Keeps a mapping under a name, for the next file of the same kind. A name that is taken gets the new mapping. */
export const saveMappingProfile = command({
  name: "manifests.save_mapping_profile",
  scope: "manifests:write",
  edits: "mapping profile",
  input: SaveProfileRequest,
  output: MappingProfileView,
  async run(context, { organisationId, name, mapping }) {
    const { tx, actor, now } = context;
    if (!mayFor(actor, organisationId, "manifests:write")) throw notFound("organisation");
    const profiles = await lockProfiles(tx, organisationId);
    const before = profiles.find((profile) => profile.name === name) ?? null;
    await refuseIfChanged(context, {
      version: profileVersion(before),
      organisationId,
      last: async () =>
        before === null ? null : lastCommand(context, before.id, ["manifests.save_mapping_profile"]),
      current: () => (before === null ? null : toProfileView(before)),
    });
    if (profiles.length >= LIMITS.mappingProfilesMax && before === null)
      throw new DomainError(
        "CONFLICT",
        `An organisation can save at most ${LIMITS.mappingProfilesMax} mappings. Remove one first.`,
        { detail: { because: "mappings_kept", max: LIMITS.mappingProfilesMax } },
      );
    const id = newId("mappingProfile", now);
    const saved = await upsertProfile(tx, {
      id,
      organisationId,
      name,
      mapping,
      createdAt: now,
      createdBy: actorName(actor),
    });
    return {
      value: toProfileView(saved),
      events: [ManifestEvents.mapping_profile_saved({ profileId: saved.id, organisationId })],
      audit: { subject: saved.id, organisationId, detail: { name } },
    };
  },
});
