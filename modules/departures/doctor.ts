import { type Check, sqlCheck } from "@/infra/check";

const LEFT = "SELECT count(*) AS n FROM parties_person_view WHERE deleted_at IS NOT NULL";

/** People who deleted their account: nothing of theirs is left open, nobody speaks or is paid in their place. */
export const departureChecks: readonly Check[] = [
  sqlCheck({
    name: "deleted accounts have no way to sign in and hold nothing",
    of: "deleted accounts",
    invariant: 9,
    counted: LEFT,
    faults: `SELECT format('%s left and still has a %s', p.id, x.what) AS fault FROM parties_person_view p JOIN (
        SELECT person_id, what FROM identity_credential_view
        UNION ALL SELECT person_id, 'membership' FROM parties_membership_view
        UNION ALL SELECT person_id, 'handle' FROM works_verified_handle_view WHERE ended_at IS NULL
        UNION ALL SELECT person_id, 'seat in a work' FROM works_accepted_author_view
      ) x ON x.person_id = p.id WHERE p.deleted_at IS NOT NULL ORDER BY 1`,
  }),
  sqlCheck({
    name: "the books owe nothing to a deleted account",
    of: "deleted accounts",
    counted: LEFT,
    faults: `SELECT format('%s left and %s %s stand on %s', p.id, -sum(l.minor), l.currency, l.account) AS fault
      FROM parties_person_view p JOIN ledger_line_view l ON l.holder = 'person:' || p.id
      WHERE p.deleted_at IS NOT NULL GROUP BY p.id, l.account, l.currency HAVING sum(l.minor) <> 0 ORDER BY p.id`,
  }),
  sqlCheck({
    name: "deleted accounts have no terms in force",
    of: "deleted accounts",
    invariant: 3,
    counted: LEFT,
    faults: `SELECT format('%s left and their terms %s still speak', person_id, id) AS fault FROM (
        SELECT DISTINCT ON (v.person_id, v.scope_kind, v.scope_key) v.person_id, v.id, v.content_seq
        FROM consent_terms_version_view v JOIN parties_deleted_person_view d ON d.person_id = v.person_id
        ORDER BY v.person_id, v.scope_kind, v.scope_key, v.effective_from DESC, v.id COLLATE "C" DESC) last
      WHERE content_seq IS NOT NULL ORDER BY 1`,
  }),
];
