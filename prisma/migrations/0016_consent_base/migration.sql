-- Where a large platform's consent set is kept between freezes (a cache).
CREATE TABLE "consent_base" (
    "platform_id" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "storage_key" TEXT NOT NULL,
    "previous_key" TEXT,
    "rows" BIGINT NOT NULL,
    CONSTRAINT "consent_base_pkey" PRIMARY KEY ("platform_id")
);

-- What changed since a kept set is a few rows among millions that lie in the order of time.
CREATE INDEX "terms_version_effective_from_brin" ON "terms_version" USING brin ("effective_from") WITH (pages_per_range = 32);
CREATE INDEX "handle_period_verified_at_brin" ON "handle_period" USING brin ("verified_at") WITH (pages_per_range = 32);
CREATE INDEX "handle_period_ended_at_idx" ON "handle_period" ("ended_at") WHERE "ended_at" IS NOT NULL;
CREATE INDEX "handle_period_disputed_idx" ON "handle_period" ("platform_id") WHERE "disputed";
