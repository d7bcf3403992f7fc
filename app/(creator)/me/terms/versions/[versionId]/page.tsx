import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { termsReceipt } from "@/modules/consent/queries/terms-receipt";
import type { TermsReceiptWire } from "@/modules/consent/receipt-schema";
import { Page, Section } from "@/ui/page/page";
import { Badge } from "@/ui/text/badge";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { Changes } from "../../_components/changes.client";
import { ScopeName, TermsSentences } from "../../_components/say.client";
import { TermsMatrix } from "../../_components/terms-matrix";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("terms.receipt");
  return { title: t("title") };
}

const TONES = { in_force: "good", scheduled: "waiting", replaced: "neutral" } as const;

/** One version for good: number, time, words, table, and our signature over it. */
export default async function ReceiptPage({ params }: { params: Promise<{ versionId: string }> }) {
  const [t, receipt] = await Promise.all([getTranslations("terms"), read(termsReceipt, await params)]);
  const { version, changes, previousId } = receipt;
  return (
    <Page
      title={t("receipt.title")}
      lead={t("receipt.lead")}
      breadcrumbs={[
        { href: "/me/terms", label: t("title") },
        { href: "/me/terms/history", label: t("history") },
      ]}
    >
      <Facts receipt={receipt} />
      <Section title={t("receipt.words")}>
        <div className="max-w-[68ch] font-serif text-lg">
          <TermsSentences terms={version.terms} className="mt-2 first:mt-0" />
        </div>
      </Section>
      {version.terms !== null && (
        <Section title={t("receipt.matrix")}>
          <TermsMatrix terms={version.terms} caption={t("matrix.caption")} />
        </Section>
      )}
      <Section
        title={t("receipt.changed")}
        actions={
          previousId !== null && (
            <TextLink href={`/me/terms/history?from=${previousId}&to=${version.id}`}>
              {t("receipt.previous")}
            </TextLink>
          )
        }
      >
        {previousId === null && <p className="mb-3 text-muted">{t("receipt.changedFirst")}</p>}
        {changes.length === 0 ? (
          <p className="text-muted">{t("receipt.changedNothing")}</p>
        ) : (
          <Changes changes={changes} caption={t("receipt.changed")} />
        )}
      </Section>
      <Section title={t("receipt.signature")} lead={t("receipt.signatureLead")}>
        <Code label={t("receipt.copyLabel")}>{receipt.signed}</Code>
        <p className="mt-3 text-sm text-muted print:hidden">{t("receipt.print")}</p>
      </Section>
    </Page>
  );
}

async function Facts({ receipt }: { receipt: TermsReceiptWire }) {
  const t = await getTranslations("terms");
  const { version, state, contentDigest } = receipt;
  const exact = (text: string) => (
    <span translate="no" className="font-mono text-sm break-all">
      {text}
    </span>
  );
  return (
    <Definitions
      items={[
        {
          term: t("receipt.about"),
          value: <ScopeName kind={version.scope.kind} about={version.about} />,
        },
        { term: t("receipt.version"), value: exact(version.id) },
        {
          term: t("receipt.saved"),
          value: <InstantText at={version.createdAt} />,
          hint: exact(version.createdAt),
        },
        {
          term: t("receipt.effective"),
          value: <InstantText at={version.effectiveFrom} />,
          hint: exact(version.effectiveFrom),
        },
        { term: t("receipt.state"), value: <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge> },
        ...(contentDigest === null
          ? []
          : [{ term: t("receipt.digest"), value: exact(contentDigest), hint: t("receipt.digestHint") }]),
      ]}
    />
  );
}
