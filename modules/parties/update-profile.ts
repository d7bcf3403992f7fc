import { command } from "@/infra/command";
import { requirePerson } from "./access";
import { savePerson } from "./repository/people";
import { Person, UpdateProfile } from "./schema";
import { personWire } from "./wire";

/** One's own name and language. The e-mail address is how one signs in and is not changed here. */
export const updateProfile = command({
  name: "parties.update_profile",
  scope: "parties:write",
  input: UpdateProfile,
  output: Person,
  async run({ tx, actor }, { name, locale }) {
    const personId = requirePerson(actor);
    const person = await savePerson(tx, personId, {
      ...(name === undefined ? {} : { name }),
      ...(locale === undefined ? {} : { locale }),
    });
    return { value: personWire(person), events: [], audit: { subject: personId, personId } };
  },
});
