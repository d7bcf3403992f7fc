import { db } from "@/infra/db/db";
import { type Terms, type TermsJson, termsFromJson } from "../domain/terms";

export type InForce = Readonly<{ kind: string; key: string; effectiveFrom: Date; terms: Terms }>;

/** What a person's terms say at `at`, scope by scope, withdrawn ones left out: one query. */
export async function termsInForce(personId: string, at: Date): Promise<readonly InForce[]> {
  const { rows } = await db.pool.query<{ kind: string; key: string; from: Date; content: TermsJson | null }>(
    `SELECT v.scope_kind AS kind, v.scope_key AS key, v.effective_from AS "from", c.content FROM (
       SELECT DISTINCT ON (scope_kind, scope_key) scope_kind, scope_key, effective_from, content_seq FROM terms_version
       WHERE person_id = $1 AND effective_from <= $2
       ORDER BY scope_kind, scope_key, effective_from DESC, id COLLATE "C" DESC) v
     JOIN terms_content c ON c.seq = v.content_seq`,
    [personId, at],
  );
  return rows.flatMap(({ kind, key, from, content }) =>
    content === null ? [] : [{ kind, key, effectiveFrom: from, terms: termsFromJson(content) }],
  );
}
