/** `npm run second-step -- you@example.org`: signing in without the second step again, for who has lost app and recovery codes. */
import { randomUUID } from "node:crypto";
import { closeDatabase } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { forgetSecondStep } from "@/modules/identity/two-factor/forget-second-step";

const [email] = process.argv.slice(2);
if (!email) {
  console.error("usage: npm run second-step -- you@example.org");
  process.exit(2);
}
const call = { actor: { kind: "system", job: "forget-second-step" }, requestId: randomUUID() } as const;
try {
  await forgetSecondStep(call, { email });
  console.log(
    `${email} signs in without two-step sign-in again, and is signed out everywhere. They get an e-mail about it.`,
  );
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  console.error(`Nothing was changed: ${error.message}`);
  process.exitCode = 1;
}
await closeDatabase();
