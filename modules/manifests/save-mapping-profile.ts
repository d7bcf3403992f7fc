import { command } from "@/infra/command";
import { actorName, mayFor } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { listProfiles, upsertProfile } from "./repository/mapping-profile";
import { MappingProfileView, SaveProfileRequest } from "./schema";
import { toProfileView } from "./view";

/** Keeps a mapping under a name, for the next file of the same kind. A name that is taken gets the new mapping. */
export const saveMappingProfile = command({
  name: "manifests.save_mapping_profile",
  scope: "manifests:write",
  input: SaveProfileRequest,
  output: MappingProfileView,
  async run({ tx, actor, now }, { organisationId, name, mapping }) {
    if (!mayFor(actor, organisationId, "manifests:write")) throw notFound("organisation");
    const profiles = await listProfiles(organisationId);
    if (profiles.length >= LIMITS.mappingProfilesMax && !profiles.some((profile) => profile.name === name))
      throw new DomainError(
        "CONFLICT",
        `An organisation keeps ${LIMITS.mappingProfilesMax} mappings at most. Remove one first.`,
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
      events: [{ type: "manifests.mapping_profile_saved", payload: { profileId: saved.id, organisationId } }],
      audit: { subject: saved.id, organisationId, detail: { name } },
    };
  },
});
