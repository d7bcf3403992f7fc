import { SplitFiles } from "@/app/_allocation/split-files";
import type { PaymentWire } from "@/modules/allocation/own-schema";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";

/** How the reader finds their own line in the published files, and the files. */
export function CheckIt({ payment }: { payment: PaymentWire }) {
  return (
    <Section
      title="Check it yourself"
      lead={
        <>
          All shares of this deal are published under pseudonyms, with the recipe that computes them: the SQL
          to run beside the weights. Only you are told which line is yours. The guide{" "}
          <TextLink href="/docs/recompute">Recompute your share</TextLink> says how, in three steps.
        </>
      }
    >
      <SplitFiles allocationId={payment.allocationId} />
      <Definitions
        items={[
          ...payment.lines.map((line) => ({
            term: `Pseudonym of ${line.contributor}`,
            value: <Code inline>{line.pseudonym}</Code>,
          })),
          { term: "Digest of the split", value: <Code inline>{payment.digest ?? ""}</Code> },
          { term: "Split", value: <Code inline>{payment.allocationId}</Code> },
        ]}
      />
    </Section>
  );
}
