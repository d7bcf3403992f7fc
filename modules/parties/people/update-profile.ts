import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { lastCommand, refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import { lockPerson, savePerson } from "../repository/people";
import { Profile, UpdateProfile } from "../schema";
import { profileWire } from "../wire";

/** One's own name and language. The e-mail address is how one signs in and is not changed here. */
export const updateProfile = command({
  name: "parties.update_profile",
  scope: "parties:write",
  edits: "profile",
  input: UpdateProfile,
  output: Profile,
  async run(context, { name, locale }) {
    const { tx, actor } = context;
    const personId = requirePerson(actor);
    const before = profileWire(await lockPerson(tx, personId));
    await refuseIfChanged(context, {
      version: before.version,
      organisationId: null,
      last: () => lastCommand(context, personId, ["parties.update_profile"]),
      current: () => before,
    });
    const person = await savePerson(tx, personId, {
      ...(name === undefined ? {} : { name }),
      ...(locale === undefined ? {} : { locale }),
    });
    return { value: profileWire(person), events: [], audit: { subject: personId, personId } };
  },
});
