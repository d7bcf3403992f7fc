-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "allocation" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "clearance_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "deal_version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "what_if" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "posted_at" TIMESTAMPTZ(3),
    "entry_id" TEXT,
    "currency" CHAR(3) NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "retained_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "reserve_minor" BIGINT NOT NULL,
    "pool_minor" BIGINT NOT NULL,
    "distributable_minor" BIGINT NOT NULL,
    "paid_minor" BIGINT,
    "undistributed_minor" BIGINT,
    "contributors" BIGINT,
    "total_weight" TEXT,
    "decision" JSONB,
    "totals" JSONB,
    "input_digest" TEXT,
    "digest" TEXT,
    "shares_key" TEXT,
    "lines_key" TEXT,
    "splits_key" TEXT,
    "job_id" TEXT,
    "publish_job_id" TEXT,
    "post_job_id" TEXT,
    "failure" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_pseudonym_key" (
    "deal_id" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_pseudonym_key_pkey" PRIMARY KEY ("deal_id")
);

-- CreateTable
CREATE TABLE "allocation_share" (
    "allocation_id" TEXT NOT NULL,
    "contributor" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "rows" BIGINT NOT NULL,
    "tokens" BIGINT NOT NULL,
    "weight" DECIMAL(38,0) NOT NULL,
    "floor_micros" BIGINT,
    "base_minor" BIGINT NOT NULL,
    "leftover" SMALLINT NOT NULL,
    "minor" BIGINT NOT NULL,
    "capped" BOOLEAN NOT NULL,
    "split_minor" BIGINT NOT NULL,

    CONSTRAINT "allocation_share_pkey" PRIMARY KEY ("allocation_id","contributor")
);

-- CreateTable
CREATE TABLE "allocation_split" (
    "allocation_id" TEXT NOT NULL,
    "contributor" TEXT NOT NULL,
    "work_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "share_bps" INTEGER NOT NULL,
    "work_minor" BIGINT NOT NULL,
    "minor" BIGINT NOT NULL,

    CONSTRAINT "allocation_split_pkey" PRIMARY KEY ("allocation_id","contributor","work_id","person_id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "manifest_id" TEXT NOT NULL,
    "manifest_sha256" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "deal_version" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "weighting" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "counts" JSONB,
    "reasons" JSONB,
    "consent_digest" TEXT,
    "input_digest" TEXT,
    "digest" TEXT,
    "certificate" TEXT,
    "verdicts_key" TEXT,
    "shared_works_key" TEXT,
    "job_id" TEXT,
    "failure" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_content" (
    "hash" TEXT NOT NULL,
    "seq" SERIAL NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "terms_content_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "terms_version" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "scope_key" TEXT NOT NULL,
    "content_seq" INTEGER,
    "note" TEXT,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "terms_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_choice" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "deal_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_watermark" (
    "id" INTEGER NOT NULL,
    "frozen_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_watermark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal" (
    "id" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "licensee_id" TEXT,
    "licensee_name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "contributor_share_bps" INTEGER NOT NULL,
    "operator_fee_bps" INTEGER NOT NULL,
    "reserve_bps" INTEGER NOT NULL,
    "reserve_release_on" DATE,
    "cap_bps" INTEGER,
    "uses" TEXT[],
    "weights" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "attribution" BOOLEAN NOT NULL,
    "distillation" BOOLEAN NOT NULL,
    "exclusive" BOOLEAN NOT NULL,
    "basis" TEXT NOT NULL,
    "weighting" TEXT NOT NULL,
    "term_from" DATE NOT NULL,
    "term_to" DATE,
    "notice_days" INTEGER NOT NULL,
    "escheat_years" INTEGER NOT NULL DEFAULT 10,
    "escheat_to" TEXT NOT NULL DEFAULT 'the platform''s contributor fund',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3),
    "noticed_at" TIMESTAMPTZ(3),
    "notice_ends_at" TIMESTAMPTZ(3),
    "sealed_at" TIMESTAMPTZ(3),
    "funded_at" TIMESTAMPTZ(3),
    "funding_reference" TEXT,
    "allocated_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "disputed_from" TEXT,
    "disputed_at" TIMESTAMPTZ(3),
    "dispute_reason" TEXT,
    "sealed_allocation_id" TEXT,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_version" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_step" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "deal_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "note" TEXT,
    "notice_ends_at" TIMESTAMPTZ(3),
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "audit_record" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "person_id" TEXT,
    "organisation_id" TEXT,
    "command" TEXT NOT NULL,
    "subject" TEXT,
    "outcome" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "organisation_id" TEXT,
    "person_id" TEXT,
    "state" TEXT NOT NULL,
    "phase" TEXT,
    "phases" JSONB NOT NULL,
    "rows_done" BIGINT NOT NULL DEFAULT 0,
    "rows_total" BIGINT,
    "rows_per_second" INTEGER,
    "seconds_left" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "input" JSONB NOT NULL,
    "error" JSONB,
    "cancel_requested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_process" (
    "id" TEXT NOT NULL,
    "lock_key" BIGINT NOT NULL,
    "worker_ids" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "normal_side" TEXT NOT NULL,
    "covered" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" TEXT NOT NULL,
    "no" BIGSERIAL NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "content_digest" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "memo" TEXT NOT NULL,
    "reverses_id" TEXT,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "xact" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "line" (
    "id" BIGSERIAL NOT NULL,
    "entry_no" BIGINT NOT NULL,
    "account" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "deal_id" TEXT,
    "currency" TEXT NOT NULL,
    "minor" BIGINT NOT NULL,

    CONSTRAINT "line_pkey" PRIMARY KEY ("entry_no","id")
);

-- CreateTable
CREATE TABLE "entry_total" (
    "entry_no" BIGINT NOT NULL,
    "account" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "minor" BIGINT NOT NULL,
    "debit_minor" BIGINT NOT NULL,
    "credit_minor" BIGINT NOT NULL,
    "lines" BIGINT NOT NULL,

    CONSTRAINT "entry_total_pkey" PRIMARY KEY ("entry_no","account","deal_id","currency")
);

-- CreateTable
CREATE TABLE "account_balance" (
    "account" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "minor" BIGINT NOT NULL,

    CONSTRAINT "account_balance_pkey" PRIMARY KEY ("account","deal_id","currency")
);

-- CreateTable
CREATE TABLE "holder_claim" (
    "holder" TEXT NOT NULL,
    "handle_id" TEXT NOT NULL,
    "person_id" TEXT,
    "state" TEXT NOT NULL,
    "dispute_id" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "holder_claim_pkey" PRIMARY KEY ("holder")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT,
    "bytes_total" BIGINT,
    "bytes_received" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "sha256" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manifest" (
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "format" TEXT NOT NULL,
    "compression" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "mapping_hash" TEXT NOT NULL,
    "columns" JSONB NOT NULL DEFAULT '[]',
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "encoding" TEXT,
    "delimiter" TEXT,
    "unpacked_bytes" BIGINT,
    "received" BIGINT,
    "accepted" BIGINT,
    "rejected" BIGINT,
    "reasons" JSONB,
    "notes" JSONB,
    "contributors" BIGINT,
    "tokens" BIGINT,
    "accepted_key" TEXT,
    "accepted_sha256" TEXT,
    "rejected_key" TEXT,
    "rejected_sha256" TEXT,
    "failure" JSONB,
    "job_id" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "manifest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mapping_profile" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mapping_profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "email" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "name" TEXT,
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "demo_persona" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_identity" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "sign_in_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "session_token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "signed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "host" TEXT,
    "handle_case" TEXT NOT NULL DEFAULT 'insensitive',
    "attestation_key" JSONB,
    "state" TEXT NOT NULL DEFAULT 'unverified',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "person_id" TEXT,
    "organisation_id" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "handle" (
    "id" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shown_name" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handle_period" (
    "id" TEXT NOT NULL,
    "handle_id" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "disputed" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "handle_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proof" (
    "id" TEXT NOT NULL,
    "handle_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "target" TEXT,
    "code_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "proved_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proof_check" (
    "id" TEXT NOT NULL,
    "proof_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "reason" TEXT,
    "message" TEXT,
    "evidence" JSONB,

    CONSTRAINT "proof_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attestation_use" (
    "platform_id" TEXT NOT NULL,
    "jti" TEXT NOT NULL,
    "proof_id" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attestation_use_pkey" PRIMARY KEY ("platform_id","jti")
);

-- CreateTable
CREATE TABLE "handle_dispute" (
    "id" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,
    "winner_handle_id" TEXT,
    "note" TEXT,

    CONSTRAINT "handle_dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handle_dispute_claimant" (
    "dispute_id" TEXT NOT NULL,
    "handle_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "proof_id" TEXT,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handle_dispute_claimant_pkey" PRIMARY KEY ("dispute_id","handle_id")
);

-- CreateTable
CREATE TABLE "platform_proof_rule" (
    "platform_id" TEXT NOT NULL,
    "profile_template" TEXT,
    "names_are_hosts" BOOLEAN NOT NULL DEFAULT false,
    "page_code" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "platform_proof_rule_pkey" PRIMARY KEY ("platform_id")
);

-- CreateTable
CREATE TABLE "work" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "registered_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_identifier" (
    "work_id" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "work_identifier_pkey" PRIMARY KEY ("work_id","scheme","value")
);

-- CreateTable
CREATE TABLE "work_author" (
    "id" TEXT NOT NULL,
    "work_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" TEXT,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "share_bps" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "token_hash" TEXT,
    "invited_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_author_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "allocation_deal_id_created_at_idx" ON "allocation"("deal_id", "created_at");

-- CreateIndex
CREATE INDEX "allocation_clearance_id_idx" ON "allocation"("clearance_id");

-- CreateIndex
CREATE INDEX "allocation_organisation_id_sealed_at_idx" ON "allocation"("organisation_id", "sealed_at");

-- CreateIndex
CREATE INDEX "allocation_split_person_id_idx" ON "allocation_split"("person_id");

-- CreateIndex
CREATE INDEX "clearance_deal_id_created_at_idx" ON "clearance"("deal_id", "created_at");

-- CreateIndex
CREATE INDEX "clearance_manifest_id_idx" ON "clearance"("manifest_id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_content_seq_key" ON "terms_content"("seq");

-- CreateIndex
CREATE INDEX "terms_version_person_id_scope_kind_scope_key_effective_from_idx" ON "terms_version"("person_id", "scope_kind", "scope_key", "effective_from", "id");

-- CreateIndex
CREATE INDEX "terms_version_person_id_created_at_id_idx" ON "terms_version"("person_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "deal_choice_deal_id_person_id_at_id_idx" ON "deal_choice"("deal_id", "person_id", "at", "id");

-- CreateIndex
CREATE INDEX "deal_choice_person_id_at_idx" ON "deal_choice"("person_id", "at");

-- CreateIndex
CREATE INDEX "deal_platform_id_id_idx" ON "deal"("platform_id", "id");

-- CreateIndex
CREATE INDEX "deal_licensee_id_id_idx" ON "deal"("licensee_id", "id");

-- CreateIndex
CREATE INDEX "deal_state_id_idx" ON "deal"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_version_deal_id_version_key" ON "deal_version"("deal_id", "version");

-- CreateIndex
CREATE INDEX "deal_step_deal_id_seq_idx" ON "deal_step"("deal_id", "seq");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- CreateIndex
CREATE INDEX "audit_record_at_id_idx" ON "audit_record"("at", "id");

-- CreateIndex
CREATE INDEX "audit_record_organisation_id_at_idx" ON "audit_record"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "audit_record_person_id_at_idx" ON "audit_record"("person_id", "at");

-- CreateIndex
CREATE INDEX "audit_record_subject_at_idx" ON "audit_record"("subject", "at");

-- CreateIndex
CREATE INDEX "outbox_event_type_at_idx" ON "outbox_event"("type", "at");

-- CreateIndex
CREATE INDEX "job_run_state_created_at_idx" ON "job_run"("state", "created_at");

-- CreateIndex
CREATE INDEX "job_run_subject_created_at_idx" ON "job_run"("subject", "created_at");

-- CreateIndex
CREATE INDEX "job_run_organisation_id_created_at_idx" ON "job_run"("organisation_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "entry_no_key" ON "entry"("no");

-- CreateIndex
CREATE UNIQUE INDEX "entry_idempotency_key_key" ON "entry"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "entry_reverses_id_key" ON "entry"("reverses_id");

-- CreateIndex
CREATE INDEX "entry_cause_cause_id_idx" ON "entry"("cause", "cause_id");

-- CreateIndex
CREATE INDEX "line_holder_account_idx" ON "line"("holder", "account");

-- CreateIndex
CREATE INDEX "entry_total_account_entry_no_idx" ON "entry_total"("account", "entry_no");

-- CreateIndex
CREATE INDEX "upload_organisation_id_created_at_idx" ON "upload"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "manifest_organisation_id_created_at_idx" ON "manifest"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "manifest_deal_id_created_at_idx" ON "manifest"("deal_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "manifest_deal_id_sha256_mapping_hash_dry_run_key" ON "manifest"("deal_id", "sha256", "mapping_hash", "dry_run");

-- CreateIndex
CREATE UNIQUE INDEX "mapping_profile_organisation_id_name_key" ON "mapping_profile"("organisation_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "sign_in_identity_person_id_idx" ON "sign_in_identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_identity_provider_provider_account_id_key" ON "sign_in_identity"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_hash_key" ON "session"("session_token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_token_key" ON "sign_in_token"("token");

-- CreateIndex
CREATE INDEX "sign_in_token_expires_idx" ON "sign_in_token"("expires");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_identifier_token_key" ON "sign_in_token"("identifier", "token");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_kind_idx" ON "organisation"("kind");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_person_id_organisation_id_key" ON "membership"("person_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_idx" ON "invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_secret_hash_key" ON "api_key"("secret_hash");

-- CreateIndex
CREATE INDEX "api_key_organisation_id_idx" ON "api_key"("organisation_id");

-- CreateIndex
CREATE INDEX "api_key_person_id_idx" ON "api_key"("person_id");

-- CreateIndex
CREATE INDEX "handle_person_id_id_idx" ON "handle"("person_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "handle_platform_id_name_person_id_key" ON "handle"("platform_id", "name", "person_id");

-- CreateIndex
CREATE INDEX "handle_period_platform_id_name_verified_at_idx" ON "handle_period"("platform_id", "name", "verified_at");

-- CreateIndex
CREATE INDEX "handle_period_handle_id_idx" ON "handle_period"("handle_id");

-- CreateIndex
CREATE INDEX "handle_period_person_id_idx" ON "handle_period"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "proof_code_hash_key" ON "proof"("code_hash");

-- CreateIndex
CREATE INDEX "proof_handle_id_idx" ON "proof"("handle_id");

-- CreateIndex
CREATE INDEX "proof_check_proof_id_started_at_idx" ON "proof_check"("proof_id", "started_at");

-- CreateIndex
CREATE INDEX "proof_check_person_id_started_at_idx" ON "proof_check"("person_id", "started_at");

-- CreateIndex
CREATE INDEX "proof_check_host_started_at_idx" ON "proof_check"("host", "started_at");

-- CreateIndex
CREATE INDEX "handle_dispute_platform_id_name_idx" ON "handle_dispute"("platform_id", "name");

-- CreateIndex
CREATE INDEX "handle_dispute_settled_at_opened_at_idx" ON "handle_dispute"("settled_at", "opened_at");

-- CreateIndex
CREATE INDEX "handle_dispute_claimant_handle_id_idx" ON "handle_dispute_claimant"("handle_id");

-- CreateIndex
CREATE INDEX "work_registered_by_id_idx" ON "work"("registered_by", "id");

-- CreateIndex
CREATE INDEX "work_identifier_scheme_value_idx" ON "work_identifier"("scheme", "value");

-- CreateIndex
CREATE UNIQUE INDEX "work_author_token_hash_key" ON "work_author"("token_hash");

-- CreateIndex
CREATE INDEX "work_author_work_id_idx" ON "work_author"("work_id");

-- CreateIndex
CREATE INDEX "work_author_person_id_idx" ON "work_author"("person_id");

-- AddForeignKey
ALTER TABLE "terms_version" ADD CONSTRAINT "terms_version_content_seq_fkey" FOREIGN KEY ("content_seq") REFERENCES "terms_content"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_version" ADD CONSTRAINT "deal_version_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_step" ADD CONSTRAINT "deal_step_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_identity" ADD CONSTRAINT "sign_in_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handle_period" ADD CONSTRAINT "handle_period_handle_id_fkey" FOREIGN KEY ("handle_id") REFERENCES "handle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proof" ADD CONSTRAINT "proof_handle_id_fkey" FOREIGN KEY ("handle_id") REFERENCES "handle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proof_check" ADD CONSTRAINT "proof_check_proof_id_fkey" FOREIGN KEY ("proof_id") REFERENCES "proof"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handle_dispute_claimant" ADD CONSTRAINT "handle_dispute_claimant_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "handle_dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_identifier" ADD CONSTRAINT "work_identifier_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_author" ADD CONSTRAINT "work_author_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;
