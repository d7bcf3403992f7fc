import { type Check, sqlCheck } from "@/infra/check";

/** Parties: nothing without an owner. */
export const partyChecks: readonly Check[] = [
  sqlCheck({
    name: "each organisation has an owner",
    of: "organisations",
    counted: "SELECT count(*) AS n FROM organisation",
    faults: `SELECT format('organisation %s (%s) has no owner', o.id, o.name) AS fault FROM organisation o
      WHERE NOT EXISTS (SELECT FROM membership m WHERE m.organisation_id = o.id AND m.role = 'owner') ORDER BY o.id`,
  }),
  sqlCheck({
    name: "what organisations own names an organisation that exists",
    of: "manifests, clearances and allocations",
    invariant: 9,
    counted:
      "SELECT (SELECT count(*) FROM manifests_manifest_view) + (SELECT count(*) FROM clearance_clearance_view) + (SELECT count(*) FROM allocation_allocation_view) AS n",
    faults: `SELECT format('%s belongs to no organisation (%s)', x.id, x.organisation_id) AS fault FROM (
        SELECT id, organisation_id FROM manifests_manifest_view UNION ALL SELECT id, organisation_id FROM clearance_clearance_view
        UNION ALL SELECT id, organisation_id FROM allocation_allocation_view UNION ALL SELECT id, platform_id FROM deals_deal_view) x
      WHERE NOT EXISTS (SELECT FROM organisation o WHERE o.id = x.organisation_id) ORDER BY x.id`,
  }),
];
