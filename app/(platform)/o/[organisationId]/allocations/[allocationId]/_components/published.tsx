import { SplitFiles } from "@/app/_allocation/split-files";
import type { AllocationWire } from "@/modules/allocation/schema";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";

/** The files this split may be checked with, and its digests. A preview's files are for the platform alone. */
export function Published({ view, withFiles }: { view: AllocationWire; withFiles: boolean }) {
  return (
    <Section
      title="Check it yourself"
      lead={
        <>
          Contributors appear under pseudonyms of this deal; each is told their own. Run the recipe beside the
          weights in DuckDB: it writes the shares, byte for byte.{" "}
          <TextLink href="/docs/recompute">How that goes</TextLink>
        </>
      }
    >
      {withFiles && <SplitFiles allocationId={view.id} />}
      <Definitions
        items={[
          { term: "Digest", value: <Code inline>{view.digest ?? ""}</Code> },
          { term: "Inputs", value: <Code inline>{view.inputDigest ?? ""}</Code> },
        ]}
      />
    </Section>
  );
}
