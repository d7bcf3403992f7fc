import { db, type Tx } from "@/infra/db/db";

/** Names of people for lists, by id; the address of a person without a name. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    `SELECT id, coalesce(name, email) AS name FROM parties_person_view
     WHERE id = ANY ($1) AND coalesce(name, email) <> ''`,
    [[...ids]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** People with this text in their name or address; only those of `among`, where it is given. */
export async function peopleNamed(
  text: string,
  { among, take }: Readonly<{ among: readonly string[] | null; take: number }>,
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT id FROM parties_person_view
     WHERE (name ILIKE $1 OR email ILIKE $1) AND ($2::text[] IS NULL OR id = ANY ($2)) ORDER BY id LIMIT $3`,
    [`%${text.replaceAll(/[\\%_]/g, "\\$&")}%`, among === null ? null : [...among], take],
  );
  return rows.map(({ id }) => id);
}

/** Of these ids, those of people who have deleted their account. */
export async function deletedAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await db.pool.query<{ id: string }>(
    "SELECT id FROM parties_person_view WHERE id = ANY ($1) AND deleted_at IS NOT NULL",
    [[...ids]],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Names of API keys for lists, by id; of one organisation's keys alone where it is given. */
export async function keyNamesOf(
  ids: readonly string[],
  organisationId?: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    `SELECT id, name FROM identity_api_key_view
     WHERE id = ANY ($1) AND ($2::text IS NULL OR organisation_id = $2)`,
    [[...ids], organisationId ?? null],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type KeyActor = Readonly<{ name: string; personId: string | null; organisationId: string | null }>;

/** An API key's name and its holder; null when there is none of that id. */
export async function keyActor({ pg }: Pick<Tx, "pg">, id: string): Promise<KeyActor | null> {
  const { rows } = await pg.query<KeyActor>(
    `SELECT name, person_id AS "personId", organisation_id AS "organisationId" FROM identity_api_key_view WHERE id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
