-- The audit keeps ids, never addresses: it cannot be edited, so what is in it could not be forgotten with its person.
-- Before: invitations were audited with their address, people's own keys with their name. After: the invitation and the key
-- say it, the audit names them. The one time the audit is edited, with its guard set aside inside this transaction.
ALTER TABLE audit_record DISABLE TRIGGER audit_record_insert_only;
UPDATE audit_record SET detail = detail - 'email'
  WHERE command IN ('parties.invite_member', 'parties.revoke_invitation') AND detail ? 'email';
UPDATE audit_record SET detail = detail - 'name'
  WHERE command IN ('parties.create_api_key', 'parties.revoke_api_key') AND organisation_id IS NULL AND detail ? 'name';
ALTER TABLE audit_record ENABLE TRIGGER audit_record_insert_only;
