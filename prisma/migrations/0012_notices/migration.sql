-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "link" TEXT NOT NULL,
    "organisation_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "cadence" TEXT NOT NULL,
    "mail_id" TEXT,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_run" (
    "event_key" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "after_person" TEXT NOT NULL DEFAULT '',
    "written" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "notice_run_pkey" PRIMARY KEY ("event_key")
);

-- CreateTable
CREATE TABLE "notice_mail" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "notice_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_setting" (
    "person_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,

    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("person_id","topic")
);

-- CreateTable
CREATE TABLE "notice_device" (
    "person_id" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_device_pkey" PRIMARY KEY ("person_id","device")
);

-- CreateIndex
CREATE INDEX "notice_person_id_id_idx" ON "notice"("person_id", "id" DESC);

-- CreateIndex
CREATE INDEX "notice_mail_id_idx" ON "notice"("mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_person_id_event_key_key" ON "notice"("person_id", "event_key");

-- CreateIndex
CREATE UNIQUE INDEX "notice_mail_key_key" ON "notice_mail"("key");

-- CreateIndex
CREATE INDEX "notice_mail_person_id_idx" ON "notice_mail"("person_id");
