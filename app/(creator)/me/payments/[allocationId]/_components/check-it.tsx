import type { PaymentWire } from "@/modules/allocation/own-schema";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { Section } from "@/ui/page";

/** How the reader finds their own line in the published files. */
export function CheckIt({ payment }: { payment: PaymentWire }) {
  return (
    <Section
      title="Check it yourself"
      lead={
        <>
          All shares of this deal are published under pseudonyms, with the SQL that computes them. Only you
          are told yours. The guide{" "}
          <a href="/docs/api#clearance-and-allocation" className="text-accent underline">
            recompute your share
          </a>{" "}
          says how.
        </>
      }
    >
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
