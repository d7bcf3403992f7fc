-- An organisation's audit is about its own people and keys. Before: a person who handed in a platform's attestation of their
-- handle stood in the platform's audit. After: those acts are theirs alone. The guard is set aside inside this transaction.
ALTER TABLE audit_record DISABLE TRIGGER audit_record_insert_only;
UPDATE audit_record a SET organisation_id = NULL FROM handle h
  WHERE a.command = 'works.attest_handle' AND a.subject = h.id AND a.person_id = h.person_id;
ALTER TABLE audit_record ENABLE TRIGGER audit_record_insert_only;

-- Who was a member once: asked whenever an organisation's audit is looked at.
CREATE INDEX audit_record_member_removed ON audit_record (organisation_id, subject)
  WHERE command = 'parties.remove_member' AND outcome = 'done';
