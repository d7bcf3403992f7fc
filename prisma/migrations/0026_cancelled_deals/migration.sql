-- Deals that came to nothing, for whoever reads what was promised in them. Before: a split that was sealed before its deal was
-- cancelled counted as money to come. After: its readers leave it out. A view and no column: it cannot lag behind the deal.
CREATE VIEW deals_cancelled_deal_view AS
  SELECT id AS deal_id FROM deal WHERE state = 'cancelled';
