import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button/button";
import { cx } from "@/ui/cx";

const FILES = [
  ["weights.parquet", "weights"],
  ["recipe.sql", "recipe"],
  ["shares.csv", "sharesCsv"],
  ["shares.parquet", "sharesParquet"],
] as const;

/** The files a split can be checked with; pseudonyms only. */
export function SplitFiles({ allocationId, className }: { allocationId: string; className?: string }) {
  const t = useTranslations("allocation.check");
  return (
    <ul aria-label={t("files")} className={cx("flex flex-wrap gap-3 print:hidden", className)}>
      {FILES.map(([file, label]) => (
        <li key={file}>
          <LinkButton
            href={`/api/v1/allocations/${allocationId}/${file}`}
            variant="secondary"
            prefetch={false}
            download
          >
            {t(label)}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
