import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Points this process at the database of the running Remit. */
export function openWorld(dir: string): void {
  const read = (file: string) => JSON.parse(readFileSync(join(dir, file), "utf8")) as Record<string, string>;
  if (process.env.DATABASE_URL === undefined && !existsSync(join(dir, "running.json")))
    throw new Error(`No Remit runs in ${dir}: start one, or set REMIT_DATA_DIR or DATABASE_URL.`);
  process.env.DATABASE_URL ??= read("running.json").url;
  process.env.REMIT_SECRET ??= read("secrets.json").remitSecret;
}

/** The id itself, or that of somebody of the demo world by key ("mara"), name or address. */
export function personId(dir: string, who: string): string {
  if (who.startsWith("per_")) return who;
  const demo = JSON.parse(readFileSync(join(dir, "demo.json"), "utf8")) as {
    people: readonly { id: string; key: string; name: string; email: string }[];
  };
  const found = demo.people.find(({ key, name, email }) => [key, name, email].includes(who));
  if (found === undefined) throw new Error(`Nobody called ${who} is in the demo world.`);
  return found.id;
}

/** Signs the person in by a session row. `remove` takes it away again; `end` closes the database too. */
export async function signIn(
  personId: string,
): Promise<{ token: string; remove(): Promise<void>; end(): Promise<void> }> {
  const { closeDatabase, transaction } = await import("@/infra/db/db");
  const { signInAs } = await import("@/test/factories/parties");
  const { deleteSession, findSessionByHash } = await import("@/modules/identity/repository/sessions");
  const { digestOf } = await import("@/infra/crypto/secret-digest");
  const token = await signInAs(personId);
  const remove = () =>
    transaction(async (tx) => {
      const session = await findSessionByHash(tx, digestOf(token));
      if (session !== null) await deleteSession(tx, personId, session.id);
    });
  return {
    token,
    remove,
    async end() {
      await remove();
      await closeDatabase();
    },
  };
}
