import { db } from "@/infra/db/db";

/** Whom an organisation's audit may name: everybody who is or was a member. Operators are known as such, not by name. */
export type Named = Readonly<{ people: readonly string[]; operators: readonly string[] }>;

export async function namedIn(organisationId: string): Promise<Named> {
  const { rows } = await db.pool.query<{ id: string; own: boolean }>(
    `WITH of AS (SELECT id FROM parties_organisation_view WHERE id = $1 OR kind = 'operator')
     SELECT person_id AS id, organisation_id = $1 AS own FROM parties_membership_view WHERE organisation_id IN (SELECT id FROM of)
     UNION
     SELECT subject, organisation_id = $1 FROM audit_record
     WHERE organisation_id IN (SELECT id FROM of) AND command = 'parties.remove_member' AND outcome = 'done'`,
    [organisationId],
  );
  const people = new Set(rows.filter(({ own }) => own).map(({ id }) => id));
  return {
    people: [...people],
    operators: rows.filter(({ id, own }) => !own && !people.has(id)).map(({ id }) => id),
  };
}
