-- Notices: what the code promises, kept by the database too, and the indexes that make the usual questions cheap.
-- Before: tables of 0012_notices. After: unread notices, mails that are due and notices that wait for a digest are found
-- by index alone; a row of an unknown state cannot be written.
ALTER TABLE notice ADD CONSTRAINT notice_cadence CHECK (cadence IN ('now', 'daily', 'weekly', 'never'));
ALTER TABLE notice_setting ADD CONSTRAINT notice_setting_cadence CHECK (cadence IN ('now', 'daily', 'weekly', 'never'));
ALTER TABLE notice_mail
  ADD CONSTRAINT notice_mail_kind CHECK (kind IN ('now', 'daily', 'weekly')),
  ADD CONSTRAINT notice_mail_state CHECK (state IN ('due', 'sending', 'sent', 'refused', 'uncertain')),
  ADD CONSTRAINT notice_mail_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL));

CREATE INDEX notice_unread ON notice (person_id, id DESC) WHERE read_at IS NULL;
CREATE INDEX notice_waits_for_digest ON notice (cadence, person_id, at)
  WHERE mail_id IS NULL AND read_at IS NULL AND cadence IN ('daily', 'weekly');
CREATE INDEX notice_mail_due ON notice_mail (due_at) WHERE state = 'due';
CREATE INDEX notice_mail_sending ON notice_mail (claimed_at) WHERE state = 'sending';

-- Everybody who holds a handle of a platform, in order: told in batches of a deal that touches them.
CREATE INDEX handle_period_people ON handle_period (platform_id, person_id);
