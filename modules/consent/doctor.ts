import { type Check, sqlCheck } from "@/infra/check";

/** Terms: every version can still say what it said. */
export const consentChecks: readonly Check[] = [
  sqlCheck({
    name: "each version of terms has its content and a person",
    of: "versions",
    invariant: 3,
    counted: "SELECT count(*) AS n FROM terms_version",
    faults: `SELECT format('terms %s: %s', v.id, CASE WHEN p.id IS NULL THEN 'no person ' || v.person_id ELSE 'no content ' || v.content_seq END) AS fault
      FROM terms_version v LEFT JOIN terms_content c ON c.seq = v.content_seq LEFT JOIN parties_person_view p ON p.id = v.person_id
      WHERE p.id IS NULL OR (v.content_seq IS NOT NULL AND c.seq IS NULL) ORDER BY v.id`,
  }),
  sqlCheck({
    name: "choices are about deals that exist",
    of: "choices",
    counted: "SELECT count(*) AS n FROM deal_choice",
    faults: `SELECT format('choice %s is about no deal (%s)', c.id, c.deal_id) AS fault FROM deal_choice c
      WHERE NOT EXISTS (SELECT FROM deals_deal_view d WHERE d.id = c.deal_id) ORDER BY c.id`,
  }),
];
