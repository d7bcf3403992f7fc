import { db } from "@/infra/db";
import { type Terms, type TermsJson, termsFromJson } from "../domain/terms";

export type InForce = Readonly<{ kind: string; effectiveFrom: Date; terms: Terms }>;

/** What a person's terms say at `at`, scope by scope, withdrawn ones left out: one query. */
export async function termsInForce(personId: string, at: Date): Promise<readonly InForce[]> {
  const { rows } = await db.pool.query<{ kind: string; from: Date; content: TermsJson | null }>(
    `SELECT v.scope_kind AS kind, v.effective_from AS "from", c.content FROM (
       SELECT DISTINCT ON (scope_kind, scope_key) scope_kind, effective_from, content_seq FROM terms_version
       WHERE person_id = $1 AND effective_from <= $2
       ORDER BY scope_kind, scope_key, effective_from DESC, id COLLATE "C" DESC) v
     JOIN terms_content c ON c.seq = v.content_seq`,
    [personId, at],
  );
  return rows.flatMap(({ kind, from, content }) =>
    content === null ? [] : [{ kind, effectiveFrom: from, terms: termsFromJson(content) }],
  );
}
