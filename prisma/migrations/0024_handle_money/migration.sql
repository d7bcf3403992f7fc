-- AlterTable
ALTER TABLE "holder_claim" DROP COLUMN "dispute_id";

-- CreateTable
CREATE TABLE "allocation_undivided" (
    "allocation_id" TEXT NOT NULL,
    "contributor" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "divided_at" TIMESTAMPTZ(3),

    CONSTRAINT "allocation_undivided_pkey" PRIMARY KEY ("contributor","allocation_id")
);
