/** `npm run operator -- you@example.org "Your cooperative"`: the first operator of a new instance. */
import { randomUUID } from "node:crypto";
import { closeDatabase } from "@/infra/db/db";
import { foundOperator } from "@/modules/parties/organisations/found-operator";
import { registerPerson } from "@/modules/parties/people/register-person";

const [email, name] = process.argv.slice(2);
if (!email || !name) {
  console.error('usage: npm run operator -- you@example.org "Your cooperative"');
  process.exit(2);
}
const call = { actor: { kind: "system", job: "make-operator" }, requestId: randomUUID() } as const;
const { id } = await registerPerson(call, { email, name: null, image: null, emailVerified: false });
await foundOperator(call, { name, personId: id });
console.log(
  `${name} is the operator. Sign in as ${email} with the link that is mailed to you; the operator's pages open once two-step sign-in is set up.`,
);
await closeDatabase();
