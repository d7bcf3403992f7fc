-- What a capability shows of its tables to the SQL of others, its checks included (test/tables.test.ts). A view has only the
-- columns that somebody reads, so that a capability can change the others freely.
-- Holds before: the tables. Holds after: the same, and these views.

CREATE VIEW parties_person_view AS SELECT id, name, email, deleted_at FROM person;
CREATE VIEW parties_organisation_view AS SELECT id, kind, state FROM organisation;
CREATE VIEW parties_membership_view AS SELECT id, person_id, organisation_id, role, created_at FROM membership;

CREATE VIEW identity_api_key_view AS SELECT id, name, person_id, organisation_id FROM api_key;
-- Everything by which a person gets in.
CREATE VIEW identity_credential_view AS
  SELECT person_id, 'session' AS what FROM session
  UNION ALL SELECT person_id, 'way to sign in' FROM sign_in_identity
  UNION ALL SELECT person_id, 'second step' FROM second_step
  UNION ALL SELECT person_id, 'recovery code' FROM recovery_code
  UNION ALL SELECT person_id, 'key' FROM api_key WHERE person_id IS NOT NULL;

-- Authors who have accepted their share of a work and have not left.
CREATE VIEW works_accepted_author_view AS
  SELECT id AS author_id, work_id, person_id FROM work_author WHERE state = 'accepted' AND left_at IS NULL;

CREATE VIEW consent_terms_version_view AS
  SELECT id, person_id, scope_kind, scope_key, content_seq, effective_from FROM terms_version;

CREATE VIEW deals_deal_view AS SELECT id, platform_id, sealed_allocation_id FROM deal;

CREATE VIEW manifests_manifest_view AS SELECT id, organisation_id, state, job_id, accepted FROM manifest;
CREATE VIEW clearance_clearance_view AS SELECT id, organisation_id, state, job_id FROM clearance;
CREATE VIEW allocation_allocation_view AS
  SELECT id, organisation_id, deal_id, currency, state, job_id, sealed_at, posted_at, published_at FROM allocation;
CREATE VIEW allocation_share_view AS
  SELECT allocation_id, contributor, minor, split_minor FROM allocation_share;
CREATE VIEW allocation_split_view AS
  SELECT allocation_id, contributor, person_id, minor FROM allocation_split;

CREATE VIEW ledger_entry_view AS SELECT id, no, cause, cause_id, effective_at, reverses_id FROM entry;
CREATE VIEW ledger_entry_total_view AS SELECT entry_no, account, debit_minor FROM entry_total;
CREATE VIEW ledger_line_view AS SELECT entry_no, account, holder, deal_id, currency, minor FROM line;

-- Shares with shared works that were posted whole.
CREATE VIEW settlement_whole_share_view AS
  SELECT allocation_id, contributor, person_id, divided_at FROM allocation_undivided;
