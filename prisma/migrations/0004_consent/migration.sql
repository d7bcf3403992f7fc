-- Consent is history: versions and choices are added, never edited, and never take effect in a past somebody has
-- already looked at. Holds before: only the tables. Holds after: change, backdating and misspelt words raise.

ALTER TABLE terms_version ADD CONSTRAINT terms_version_scope
  CHECK (scope_kind IN ('person', 'handle', 'url_prefix', 'work') AND (scope_kind <> 'person' OR scope_key = person_id));
ALTER TABLE terms_version ADD CONSTRAINT terms_version_not_backdated CHECK (effective_from >= created_at);
ALTER TABLE deal_choice ADD CONSTRAINT deal_choice_word CHECK (choice IN ('object', 'join', 'neutral'));
ALTER TABLE consent_watermark ADD CONSTRAINT consent_watermark_one CHECK (id = 1);

INSERT INTO consent_watermark (id, frozen_to) VALUES (1, '1970-01-01T00:00:00Z');

CREATE TRIGGER terms_content_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_version_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deal_choice_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deal_choice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION consent_guard_watermark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN RAISE EXCEPTION 'the consent watermark is one row, raised only'; END IF;
  IF NEW.frozen_to < OLD.frozen_to THEN RAISE EXCEPTION 'the consent watermark never goes back'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consent_guard_watermark BEFORE INSERT OR UPDATE OR DELETE ON consent_watermark
  FOR EACH ROW EXECUTE FUNCTION consent_guard_watermark();

-- Per statement, not per row, so that loading a million versions costs one look. FOR SHARE keeps the watermark where it
-- is until this transaction ends: a freeze that would pass it waits, so it can never miss what is being written.
CREATE FUNCTION consent_guard_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE first_from timestamptz; seen timestamptz;
BEGIN
  SELECT min(effective_from) INTO first_from FROM added;
  SELECT frozen_to INTO seen FROM consent_watermark WHERE id = 1 FOR SHARE;
  IF first_from <= seen THEN
    RAISE EXCEPTION 'terms cannot take effect at %, a run has already been made as of %', first_from, seen;
  END IF;
  RETURN NULL;
END $$;
-- The same rule for choices, whose instant has another name.
CREATE FUNCTION consent_guard_past_choice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE first_at timestamptz; seen timestamptz;
BEGIN
  SELECT min(at) INTO first_at FROM added;
  SELECT frozen_to INTO seen FROM consent_watermark WHERE id = 1 FOR SHARE;
  IF first_at <= seen THEN
    RAISE EXCEPTION 'a choice cannot be made at %, a run has already been made as of %', first_at, seen;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER terms_version_guard_past AFTER INSERT ON terms_version REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION consent_guard_past();
CREATE TRIGGER deal_choice_guard_past AFTER INSERT ON deal_choice REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION consent_guard_past_choice();

-- Terms below handle level are few among many: a freeze finds them without reading all the others.
CREATE INDEX terms_version_narrow ON terms_version (scope_kind, scope_key)
  WHERE scope_kind IN ('work', 'url_prefix');
