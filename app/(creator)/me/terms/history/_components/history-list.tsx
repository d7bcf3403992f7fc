import { useLocale, useTranslations } from "next-intl";
import type { TermsHistoryWire } from "@/modules/consent/schema";
import { Button } from "@/ui/button/button";
import { Section } from "@/ui/page/page";
import { Badge } from "@/ui/text/badge";
import { instantString } from "@/ui/text/format";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { Changes } from "../../_components/changes.client";
import { ScopeName, TermsSentences } from "../../_components/say.client";

type Item = TermsHistoryWire["items"][number];
const TONES = { in_force: "good", scheduled: "waiting", replaced: "neutral" } as const;

/** The versions, newest first; a plain GET form picks two of them to compare. */
export function HistoryList({
  items,
  from,
  to,
  kind,
}: {
  items: readonly Item[];
  from: string;
  to: string;
  kind: string;
}) {
  const t = useTranslations("terms.versions");
  const comparable = items.length > 1;
  // Without a choice the two newest stand ready, older before newer.
  const chosen = { from: from || (items[1]?.id ?? ""), to: to || (items[0]?.id ?? "") };
  return (
    <form>
      {kind !== "" && <input type="hidden" name="kind" value={kind} />}
      <Section
        title={t("list")}
        lead={comparable ? t("choose") : undefined}
        actions={
          comparable && (
            <Button type="submit" variant="secondary">
              {t("compare")}
            </Button>
          )
        }
      >
        <ol className="flex flex-col">
          {items.map((item) => (
            <li key={item.id} className="border-b border-rule py-5 first:pt-0 last:border-b-0">
              <Version item={item}>
                {comparable && <Pick side="from" item={item} chosen={chosen.from} />}
                {comparable && <Pick side="to" item={item} chosen={chosen.to} />}
              </Version>
            </li>
          ))}
        </ol>
      </Section>
    </form>
  );
}

function Version({ item, children }: { item: Item; children: React.ReactNode }) {
  const t = useTranslations("terms");
  const at = instantString(item.effectiveFrom, useLocale());
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h3 className="text-base break-words">
            <ScopeName kind={item.scope.kind} about={item.about} />
          </h3>
          <p className="text-sm text-muted">
            {t.rich("versions.from", { at: () => <InstantText at={item.effectiveFrom} /> })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {item.terms === null && <Badge>{t("versions.withdrawal")}</Badge>}
          <Badge tone={TONES[item.state]}>{t(`state.${item.state}`)}</Badge>
          {children}
        </div>
      </div>
      <div className="mt-3 max-w-[68ch]">
        <TermsSentences terms={item.terms} />
        {item.note && (
          <p className="mt-1 text-sm text-muted">
            {t.rich("versions.note", { note: () => <span translate="no">{item.note}</span> })}
          </p>
        )}
      </div>
      <div className="mt-3 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
        <TextLink href={`/me/terms/versions/${item.id}`}>
          {t("versions.receipt")}
          <span className="sr-only">
            : {t.rich("versions.receiptOf", { at: () => <span translate="no">{at}</span> })}
          </span>
        </TextLink>
      </div>
      {item.changes.length > 0 && (
        <details className="mt-1">
          <summary className="link inline-block cursor-pointer py-1 text-sm">{t("versions.changed")}</summary>
          <div className="mt-2">
            <Changes changes={item.changes} caption={t("versions.changed")} />
          </div>
        </details>
      )}
    </>
  );
}

function Pick({ side, item, chosen }: { side: "from" | "to"; item: Item; chosen: string }) {
  const t = useTranslations("terms.versions");
  const label = t(`side.${side}`);
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm">
      <input
        type="radio"
        name={side}
        value={item.id}
        required
        defaultChecked={item.id === chosen}
        aria-label={t("pick", { side: label, at: instantString(item.effectiveFrom, useLocale()) })}
        className="size-5 accent-accent"
      />
      {label}
    </label>
  );
}
