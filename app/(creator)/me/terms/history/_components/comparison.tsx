import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { CompareVersionsShape } from "@/modules/consent/receipt-schema";
import type { TermsVersionWire } from "@/modules/consent/schema";
import { Section } from "@/ui/page/page";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { Changes } from "../../_components/changes.client";
import { ScopeName, TermsSentences } from "../../_components/say.client";
import { TermsMatrix } from "../../_components/terms-matrix";

/** Compares two versions: first in words, then the changes alone, then use by use. */
export function Comparison({ compared }: { compared: z.output<typeof CompareVersionsShape> }) {
  const t = useTranslations("terms");
  const { from, to, changes } = compared;
  return (
    <Section
      title={t("versions.comparison")}
      lead={t.rich("versions.pair", {
        older: () => <InstantText at={from.effectiveFrom} />,
        newer: () => <InstantText at={to.effectiveFrom} />,
      })}
    >
      <div className="flex flex-col gap-8">
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          <Side label={t("versions.before")} version={from} />
          <Side label={t("versions.after")} version={to} />
        </div>
        {changes.length === 0 ? (
          <p>{t("versions.same")}</p>
        ) : (
          <>
            <Changes changes={changes} caption={t("versions.differences")} />
            <div>
              <h3 className="mb-3 text-base">{t("receipt.matrix")}</h3>
              <TermsMatrix terms={to.terms} before={from.terms} caption={t("matrix.caption")} />
            </div>
          </>
        )}
      </div>
    </Section>
  );
}

function Side({ label, version }: { label: string; version: TermsVersionWire }) {
  return (
    <div className="border-l border-rule pl-4">
      <h3 className="text-base">{label}</h3>
      <p className="text-sm text-muted">
        <ScopeName kind={version.scope.kind} about={version.about} />,{" "}
        <TextLink href={`/me/terms/versions/${version.id}`}>
          <InstantText at={version.effectiveFrom} />
        </TextLink>
      </p>
      <div className="mt-2 font-serif text-lg">
        <TermsSentences terms={version.terms} className="mt-2 first:mt-0" />
      </div>
    </div>
  );
}
