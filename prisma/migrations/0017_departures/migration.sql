-- AlterTable
ALTER TABLE "person" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "work_author" ADD COLUMN     "left_at" TIMESTAMPTZ(3);
