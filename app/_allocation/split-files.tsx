import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button";

const FILES = [
  ["weights.parquet", "weights"],
  ["recipe.sql", "recipe"],
  ["shares.csv", "sharesCsv"],
  ["shares.parquet", "sharesParquet"],
] as const;

/** The files a split can be checked with; pseudonyms only. */
export function SplitFiles({ allocationId }: { allocationId: string }) {
  const t = useTranslations("allocation.check");
  return (
    <ul aria-label={t("files")} className="mb-6 flex flex-wrap gap-3">
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
