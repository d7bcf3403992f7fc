import type { AllocationWire } from "@/modules/allocation/schema";
import { LinkButton } from "@/ui/button";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { Section } from "@/ui/page";

const FILES = [
  ["shares.csv", "Shares (CSV)"],
  ["shares.parquet", "Shares (Parquet)"],
  ["weights.parquet", "Weights (Parquet)"],
  ["recipe.sql", "Recipe (SQL)"],
] as const;

/** The files anybody may check this split with, and its digests. */
export function Published({ view }: { view: AllocationWire }) {
  return (
    <Section
      title="Check it yourself"
      lead="Contributors appear under pseudonyms of this deal; each is told their own. Run the recipe beside the weights in DuckDB: it writes the shares, byte for byte."
    >
      <div className="mb-6 flex flex-wrap gap-3">
        {FILES.map(([file, label]) => (
          <LinkButton
            key={file}
            href={`/api/v1/allocations/${view.id}/${file}`}
            variant="secondary"
            prefetch={false}
            download
          >
            {label}
          </LinkButton>
        ))}
      </div>
      <Definitions
        items={[
          { term: "Digest", value: <Code inline>{view.digest ?? ""}</Code> },
          { term: "Inputs", value: <Code inline>{view.inputDigest ?? ""}</Code> },
        ]}
      />
    </Section>
  );
}
