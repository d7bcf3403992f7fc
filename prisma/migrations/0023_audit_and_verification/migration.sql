-- An organisation's audit is about its own people and keys. Before: a person who handed in a platform's attestation of their
-- handle stood in the platform's audit. After: those acts are theirs alone. The guard is set aside inside this transaction.
ALTER TABLE audit_record DISABLE TRIGGER audit_record_insert_only;
UPDATE audit_record a SET organisation_id = NULL FROM handle h
  WHERE a.command = 'works.attest_handle' AND a.subject = h.id AND a.person_id = h.person_id;
ALTER TABLE audit_record ENABLE TRIGGER audit_record_insert_only;

-- Who was a member once: asked whenever an organisation's audit is looked at.
CREATE INDEX audit_record_member_removed ON audit_record (organisation_id, subject)
  WHERE command = 'parties.remove_member' AND outcome = 'done';

-- When an organisation was first verified. Before: only whether it is. After: a platform's sealed deals stay on the register
-- when it is no longer verified, and those of one that never was do not appear there.
ALTER TABLE organisation ADD COLUMN verified_at TIMESTAMPTZ(3);
UPDATE organisation o SET verified_at = coalesce(
  (SELECT min(a.at) FROM audit_record a WHERE a.subject = o.id AND a.command = 'parties.set_organisation_state'
     AND a.outcome = 'done' AND a.detail ->> 'to' = 'verified'),
  CASE WHEN o.state = 'verified' THEN o.created_at END);
