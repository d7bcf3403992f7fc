-- As of when everybody's consent counts in a sealed deal: the instant of its clearance, not that of the seal. Before: a deal
-- only said when it was sealed. After: each sealed deal says both, and neither changes any more.
ALTER TABLE "deal" ADD COLUMN     "sealed_as_of" TIMESTAMPTZ(3);

UPDATE deal d SET sealed_as_of = COALESCE(
  (SELECT c.as_of FROM allocation a JOIN clearance c ON c.id = a.clearance_id WHERE a.id = d.sealed_allocation_id), d.sealed_at)
WHERE d.sealed_at IS NOT NULL;

ALTER TABLE deal ADD CONSTRAINT deal_sealed_says_as_of_when CHECK ((sealed_at IS NULL) = (sealed_as_of IS NULL));

-- As before (0006), and the instant stands like the terms.
CREATE OR REPLACE FUNCTION deals_sealed_terms_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(OLD.disputed_from, OLD.state) IN ('sealed', 'funded', 'allocated', 'distributed', 'closed')
    AND (OLD.version, OLD.platform_id, OLD.licensee_id, OLD.licensee_name, OLD.currency, OLD.gross_minor,
      OLD.contributor_share_bps, OLD.operator_fee_bps, OLD.reserve_bps, OLD.reserve_release_on, OLD.cap_bps, OLD.uses,
      OLD.weights, OLD.purpose, OLD.attribution, OLD.distillation, OLD.exclusive, OLD.basis, OLD.weighting,
      OLD.term_from, OLD.term_to, OLD.notice_days, OLD.escheat_years, OLD.escheat_to, OLD.sealed_allocation_id,
      OLD.sealed_as_of)
    IS DISTINCT FROM
      (NEW.version, NEW.platform_id, NEW.licensee_id, NEW.licensee_name, NEW.currency, NEW.gross_minor,
      NEW.contributor_share_bps, NEW.operator_fee_bps, NEW.reserve_bps, NEW.reserve_release_on, NEW.cap_bps, NEW.uses,
      NEW.weights, NEW.purpose, NEW.attribution, NEW.distillation, NEW.exclusive, NEW.basis, NEW.weighting,
      NEW.term_from, NEW.term_to, NEW.notice_days, NEW.escheat_years, NEW.escheat_to, NEW.sealed_allocation_id,
      NEW.sealed_as_of)
  THEN
    RAISE EXCEPTION 'the terms of sealed deal % stand', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
