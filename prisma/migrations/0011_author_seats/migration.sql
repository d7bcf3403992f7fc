-- Money for a co-author who has not accepted is held under their seat of the work (`author:<id>`) and nowhere else.
ALTER TABLE line ADD CONSTRAINT line_author_money CHECK (NOT starts_with(holder, 'author:') OR account = 'held');
