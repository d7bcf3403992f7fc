import { type Check, sqlCheck } from "@/infra/check";

/** Identity: no key without a holder. */
export const identityChecks: readonly Check[] = [
  sqlCheck({
    name: "each API key belongs to one person or one organisation that exists",
    of: "keys",
    invariant: 9,
    counted: "SELECT count(*) AS n FROM api_key",
    faults: `SELECT format('key %s belongs to nobody, or to two', k.id) AS fault FROM api_key k
      WHERE num_nonnulls(k.person_id, k.organisation_id) <> 1
         OR (k.person_id IS NOT NULL AND NOT EXISTS (SELECT FROM parties_person_view p WHERE p.id = k.person_id)) ORDER BY k.id`,
  }),
];
