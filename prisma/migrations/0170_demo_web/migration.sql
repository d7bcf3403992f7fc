-- CreateTable
CREATE TABLE "demo_page" (
    "host" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demo_page_pkey" PRIMARY KEY ("host","place")
);

-- CreateIndex
CREATE INDEX "demo_page_updated_at_idx" ON "demo_page"("updated_at");
