-- What a deal can never be, whatever the code believes; and a history nobody rewrites.
-- Before and after: no rows are touched. Existing rows must satisfy the checks, or this refuses to run.

ALTER TABLE deal
  ADD CONSTRAINT deal_state_known CHECK (state IN ('draft', 'reported', 'noticed', 'sealed', 'funded', 'allocated',
    'distributed', 'closed', 'cancelled', 'disputed')),
  ADD CONSTRAINT deal_dispute_remembers CHECK ((state = 'disputed') = (disputed_from IS NOT NULL)
    AND (state <> 'disputed' OR disputed_at IS NOT NULL)),
  ADD CONSTRAINT deal_gross_not_negative CHECK (gross_minor >= 0),
  ADD CONSTRAINT deal_shares_in_range CHECK (contributor_share_bps BETWEEN 0 AND 10000
    AND operator_fee_bps BETWEEN 0 AND contributor_share_bps AND reserve_bps BETWEEN 0 AND 10000
    AND (cap_bps IS NULL OR cap_bps BETWEEN 1 AND 10000)),
  ADD CONSTRAINT deal_uses_named CHECK (cardinality(uses) > 0),
  ADD CONSTRAINT deal_weights_known CHECK (weights IN ('open', 'closed')),
  ADD CONSTRAINT deal_purpose_known CHECK (purpose IN ('research', 'commercial')),
  ADD CONSTRAINT deal_basis_known CHECK (basis IN ('consent', 'platform_terms')),
  ADD CONSTRAINT deal_weighting_known CHECK (weighting IN ('per_item', 'per_token', 'score_log', 'quality', 'equal')),
  ADD CONSTRAINT deal_term_in_order CHECK (term_to IS NULL OR term_to >= term_from),
  ADD CONSTRAINT deal_notice_in_order CHECK (notice_days >= 0 AND (noticed_at IS NULL) = (notice_ends_at IS NULL)
    AND (notice_ends_at IS NULL OR notice_ends_at >= noticed_at)),
  -- Nobody who never said yes is included without time to say no.
  ADD CONSTRAINT deal_notice_long_enough CHECK (basis = 'consent' OR notice_days >= 7),
  ADD CONSTRAINT deal_sealed_names_its_allocation CHECK (
    coalesce(disputed_from, state) NOT IN ('sealed', 'funded', 'allocated', 'distributed', 'closed')
    OR (sealed_allocation_id IS NOT NULL AND sealed_at IS NOT NULL)),
  ADD CONSTRAINT deal_funded_names_its_reference CHECK (
    coalesce(disputed_from, state) NOT IN ('funded', 'allocated', 'distributed', 'closed')
    OR (funding_reference IS NOT NULL AND funded_at IS NOT NULL));

-- Versions and steps are kept for good.
CREATE TRIGGER deal_version_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON deal_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deal_step_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON deal_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Shares were computed from the terms of a sealed deal: from then on only its progress may change.
CREATE FUNCTION deals_sealed_terms_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(OLD.disputed_from, OLD.state) IN ('sealed', 'funded', 'allocated', 'distributed', 'closed')
    AND (OLD.version, OLD.platform_id, OLD.licensee_id, OLD.licensee_name, OLD.currency, OLD.gross_minor,
      OLD.contributor_share_bps, OLD.operator_fee_bps, OLD.reserve_bps, OLD.reserve_release_on, OLD.cap_bps, OLD.uses,
      OLD.weights, OLD.purpose, OLD.attribution, OLD.distillation, OLD.exclusive, OLD.basis, OLD.weighting,
      OLD.term_from, OLD.term_to, OLD.notice_days, OLD.escheat_years, OLD.escheat_to, OLD.sealed_allocation_id)
    IS DISTINCT FROM
      (NEW.version, NEW.platform_id, NEW.licensee_id, NEW.licensee_name, NEW.currency, NEW.gross_minor,
      NEW.contributor_share_bps, NEW.operator_fee_bps, NEW.reserve_bps, NEW.reserve_release_on, NEW.cap_bps, NEW.uses,
      NEW.weights, NEW.purpose, NEW.attribution, NEW.distillation, NEW.exclusive, NEW.basis, NEW.weighting,
      NEW.term_from, NEW.term_to, NEW.notice_days, NEW.escheat_years, NEW.escheat_to, NEW.sealed_allocation_id)
  THEN
    RAISE EXCEPTION 'the terms of sealed deal % stand', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deal_sealed_terms_stand BEFORE UPDATE ON deal
  FOR EACH ROW EXECUTE FUNCTION deals_sealed_terms_stand();
