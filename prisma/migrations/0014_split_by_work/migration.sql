-- CreateIndex
CREATE INDEX "allocation_split_work_id_idx" ON "allocation_split"("work_id");
