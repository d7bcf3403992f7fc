import { z } from "zod";
import { command } from "@/infra/verb/command";
import { mayFor } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { ManifestEvents } from "../events";
import { findProfile, removeProfile } from "../repository/mapping-profile";
import { DeleteProfileRequest } from "../schema";

/** Forgets a saved mapping. Manifests keep the mapping they were read with. */
export const deleteMappingProfile = command({
  name: "manifests.delete_mapping_profile",
  scope: "manifests:write",
  input: DeleteProfileRequest,
  output: z.object({ deleted: z.literal(true) }),
  async run({ tx, actor }, { profileId }) {
    const profile = await findProfile(profileId);
    if (profile === null || !mayFor(actor, profile.organisationId, "manifests:write"))
      throw notFound("mapping profile");
    await removeProfile(tx, profileId);
    return {
      value: { deleted: true as const },
      events: [ManifestEvents.mapping_profile_deleted({ profileId })],
      audit: { subject: profileId, organisationId: profile.organisationId, detail: { name: profile.name } },
    };
  },
});
