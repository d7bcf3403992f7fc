-- A lab on Remit says yes or no to a deal that names it, and a sealed deal is cancelled by two. Before: a platform named whom it
-- liked and cancelled as it liked. After: the lab's answer and an open request to cancel are kept with the deal. Deals that were
-- reported before keep running: they are marked as from before the rule, which is no yes of the lab's.
ALTER TABLE deal
  ADD COLUMN licensee_answer TEXT,
  ADD COLUMN licensee_answered_at TIMESTAMPTZ(3),
  ADD COLUMN licensee_answer_note TEXT,
  ADD COLUMN cancel_requested_at TIMESTAMPTZ(3),
  ADD COLUMN cancel_reason TEXT,
  ADD COLUMN cancel_note TEXT;
UPDATE deal SET licensee_answer = 'before_rule' WHERE licensee_id IS NOT NULL AND reported_at IS NOT NULL;
ALTER TABLE deal
  ADD CONSTRAINT deal_licensee_answer_known CHECK (licensee_answer IN ('waiting', 'accepted', 'declined', 'before_rule')),
  ADD CONSTRAINT deal_licensee_answer_of_a_licensee CHECK (licensee_answer IS NULL OR licensee_id IS NOT NULL),
  ADD CONSTRAINT deal_licensee_answer_dated CHECK ((licensee_answered_at IS NOT NULL) = (licensee_answer IN ('accepted', 'declined'))
    OR licensee_answer IS NULL AND licensee_answered_at IS NULL),
  ADD CONSTRAINT deal_cancel_request_says_why CHECK (cancel_requested_at IS NULL OR cancel_reason IS NOT NULL);
