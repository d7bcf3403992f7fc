-- What the operator read on the bank statement. Before: a reference alone, which could stand for two payments. After: the day the bank
-- credited it, and the reference as it is compared, which stands for one payment at a time. Of payments that share a reference
-- already, the first keeps it; the others keep their text and are found by the doctor's reader, not by this rule.
ALTER TABLE deal ADD COLUMN funding_value_date DATE, ADD COLUMN funding_key TEXT;
UPDATE deal SET funding_key = first.key
  FROM (SELECT DISTINCT ON (upper(regexp_replace(normalize(funding_reference, NFKC), '[^[:alnum:]]', '', 'g')))
          id, upper(regexp_replace(normalize(funding_reference, NFKC), '[^[:alnum:]]', '', 'g')) AS key
        FROM deal WHERE funding_reference IS NOT NULL ORDER BY 2, funded_at, id) AS first
  WHERE deal.id = first.id AND first.key <> '';
CREATE UNIQUE INDEX deal_funding_key ON deal (funding_key);
