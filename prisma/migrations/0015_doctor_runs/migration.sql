-- CreateTable
CREATE TABLE "doctor_run" (
    "id" SERIAL NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "checks" INTEGER NOT NULL,
    "faulty" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "doctor_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "doctor_run_finished_at_idx" ON "doctor_run"("finished_at");
