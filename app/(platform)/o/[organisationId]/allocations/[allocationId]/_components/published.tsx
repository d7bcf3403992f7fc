import { useTranslations } from "next-intl";
import { SplitFiles } from "@/app/_allocation/split-files";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import { Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";

/** The files this split may be checked with, and its digests. A preview's files are for the platform alone. */
export function Published({ view, withFiles }: { view: AllocationWire; withFiles: boolean }) {
  const t = useTranslations("allocation.check");
  const digest = (text: string | null) => (
    <span translate="no">
      <Code inline>{text ?? ""}</Code>
    </span>
  );
  return (
    <Section
      title={t("title")}
      lead={t.rich("lead", { link: (words) => <TextLink href="/docs/recompute">{words}</TextLink> })}
    >
      {withFiles && <SplitFiles allocationId={view.id} className="mb-6" />}
      <Definitions
        items={[
          { term: t("digest"), value: digest(view.digest), hint: t("digestHint") },
          { term: t("inputs"), value: digest(view.inputDigest) },
        ]}
      />
    </Section>
  );
}
