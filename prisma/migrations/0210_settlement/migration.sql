-- Accepted shares and closed holders are two things: holder_claim held both. The first is settlement's, the second the ledger's.

-- CreateTable
CREATE TABLE "closed_holder" (
    "holder" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closed_holder_pkey" PRIMARY KEY ("holder")
);

-- CreateTable
CREATE TABLE "seat_acceptance" (
    "author_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seat_acceptance_pkey" PRIMARY KEY ("author_id")
);

-- CreateIndex
CREATE INDEX "seat_acceptance_person_id_idx" ON "seat_acceptance"("person_id");

-- A share whose author left counts as not accepted, so it has no row any more.
INSERT INTO "seat_acceptance" ("author_id", "person_id", "accepted_at")
  SELECT "handle_id", "person_id", "changed_at" FROM "holder_claim"
  WHERE "state" = 'claimed' AND starts_with("holder", 'author:') AND "person_id" IS NOT NULL;

INSERT INTO "closed_holder" ("holder", "closed_at")
  SELECT "holder", "changed_at" FROM "holder_claim" WHERE "state" = 'released' AND starts_with("holder", 'person:');

-- DropTable
DROP TABLE "holder_claim";
