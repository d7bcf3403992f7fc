-- What the code promises of parties, kept by the database too.
-- Before: tables of 0001_init. After: a row that breaks one of these rules cannot be written by anybody.

ALTER TABLE person ADD CONSTRAINT person_email_one_spelling CHECK (email = lower(btrim(email)));

ALTER TABLE organisation
  ADD CONSTRAINT organisation_kind CHECK (kind IN ('platform', 'lab', 'collective', 'operator')),
  ADD CONSTRAINT organisation_state CHECK (state IN ('unverified', 'verified', 'suspended')),
  ADD CONSTRAINT organisation_handle_case CHECK (handle_case IN ('insensitive', 'sensitive', 'opaque'));

-- One verified platform a host: two that are verified in the same moment cannot both be.
CREATE UNIQUE INDEX organisation_verified_host ON organisation (host) WHERE state = 'verified' AND host IS NOT NULL;

ALTER TABLE membership ADD CONSTRAINT membership_role CHECK (role IN ('owner', 'admin', 'analyst', 'billing'));
ALTER TABLE invitation ADD CONSTRAINT invitation_role CHECK (role IN ('owner', 'admin', 'analyst', 'billing'));
ALTER TABLE invitation ADD CONSTRAINT invitation_closed_once CHECK (num_nonnulls(accepted_at, revoked_at) <= 1);

-- A key is a person's or an organisation's, never both and never nobody's; its secret is a SHA-256 in hex, never a secret.
ALTER TABLE api_key
  ADD CONSTRAINT api_key_one_holder CHECK (num_nonnulls(person_id, organisation_id) = 1),
  ADD CONSTRAINT api_key_digest CHECK (secret_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE session ADD CONSTRAINT session_digest CHECK (session_token_hash ~ '^[0-9a-f]{64}$');
