-- A posting of a million lines evaluates these once a line. Before: three checks that each read the holder. After: one says
-- the same, and most lines (people's) pass at its first question: every line names a holder; money of a handle nobody
-- proved is on `unclaimed` (or, disputed, on `held`) under that handle and nowhere else; an author's seat only ever holds.
ALTER TABLE line DROP CONSTRAINT line_holder_named, DROP CONSTRAINT line_handle_money, DROP CONSTRAINT line_author_money,
  ADD CONSTRAINT line_holder_fits CHECK (CASE
    WHEN starts_with(holder, 'person:') THEN account <> 'unclaimed'
    WHEN starts_with(holder, 'handle:') THEN account = 'unclaimed' OR account = 'held'
    WHEN starts_with(holder, 'author:') THEN account = 'held'
    ELSE holder <> '' AND account <> 'unclaimed' END);

-- The name first: within a partition the allocation is one, and a key that starts with what differs is sorted in half the
-- time. Before: (allocation_id, contributor). After: the same pairs are unique.
ALTER TABLE allocation_share DROP CONSTRAINT allocation_share_pkey, ADD PRIMARY KEY (contributor, allocation_id);
