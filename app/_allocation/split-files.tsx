import { LinkButton } from "@/ui/button";

const FILES = [
  ["weights.parquet", "Weights (Parquet)"],
  ["recipe.sql", "Recipe (SQL)"],
  ["shares.csv", "Shares (CSV)"],
  ["shares.parquet", "Shares (Parquet)"],
] as const;

/** The files a split can be checked with; pseudonyms only. */
export function SplitFiles({ allocationId }: { allocationId: string }) {
  return (
    <ul aria-label="Files to check the split with" className="mb-6 flex flex-wrap gap-3">
      {FILES.map(([file, label]) => (
        <li key={file}>
          <LinkButton
            href={`/api/v1/allocations/${allocationId}/${file}`}
            variant="secondary"
            prefetch={false}
            download
          >
            {label}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
