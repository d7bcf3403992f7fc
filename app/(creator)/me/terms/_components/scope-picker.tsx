import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TermsEditorWire } from "@/modules/consent/schema";
import { cx } from "@/ui/cx";
import { Section } from "@/ui/page/page";
import { Badge } from "@/ui/text/badge";
import { AddressForm } from "./address-form";
import { ScopeName } from "./say.client";

type EditorScope = TermsEditorWire["scopes"][number];
const SHOWN_MAX = 6;
const GROUPS = [
  { name: "narrow", kinds: ["work", "url_prefix"] },
  { name: "handle", kinds: ["handle"] },
  { name: "person", kinds: ["person"] },
] as const;

/** What the terms below are about, in the order in which they win; plain links, so that each has an address of its own. */
export function ScopePicker({
  scopes,
  chosen,
  prefixFault,
  asked,
}: {
  scopes: readonly EditorScope[];
  chosen: EditorScope;
  prefixFault: TermsEditorWire["prefixFault"];
  asked: { handle: string; prefix: string };
}) {
  const t = useTranslations("terms.scope");
  const groups = GROUPS.map(({ name, kinds }) => ({
    name,
    scopes: scopes.filter((scope) => kinds.some((kind) => kind === scope.scope.kind)),
  })).filter((group) => group.scopes.length > 0);
  return (
    <Section title={t("title")} lead={scopes.length > 1 ? t("lead") : undefined}>
      <nav aria-label={t("nav")}>
        <ol className="flex flex-col">
          {groups.map((group, index) => (
            <li
              key={group.name}
              className="grid gap-x-6 border-t border-rule py-3 first:border-t-0 first:pt-0 md:grid-cols-[13rem_1fr]"
            >
              <div className="pt-2">
                <p className="font-medium">{t(`group.${group.name}`)}</p>
                {groups.length > 1 && (
                  <p className="text-sm text-muted">{t(`rank.${rankOf(index, groups.length)}`)}</p>
                )}
              </div>
              <Group scopes={group.scopes} chosen={chosen} />
            </li>
          ))}
        </ol>
      </nav>
      {scopes.some(({ scope }) => scope.kind === "handle") && (
        <AddressForm scopes={scopes} prefixFault={prefixFault} asked={asked} />
      )}
    </Section>
  );
}

const rankOf = (index: number, count: number) =>
  index === 0 ? "first" : index === count - 1 ? "last" : "next";

function Group({ scopes, chosen }: { scopes: readonly EditorScope[]; chosen: EditorScope }) {
  const t = useTranslations("terms.scope");
  const near = scopes.filter((scope, index) => index < SHOWN_MAX || scope.key === chosen.key);
  const rest = scopes.filter((scope) => !near.includes(scope));
  return (
    <div className="min-w-0">
      <ul>
        {near.map((scope) => (
          <ScopeLink key={scope.key} scope={scope} current={scope.key === chosen.key} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary className="link cursor-pointer py-1">{t("more", { n: rest.length })}</summary>
          <ul>
            {rest.map((scope) => (
              <ScopeLink key={scope.key} scope={scope} current={false} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function ScopeLink({ scope, current }: { scope: EditorScope; current: boolean }) {
  const t = useTranslations("terms.scope");
  const { kind } = scope.scope;
  const hasTerms = scope.version !== null && scope.version.terms !== null;
  return (
    <li>
      <Link
        href={`/me/terms?scope=${encodeURIComponent(scope.key)}`}
        aria-current={current ? "page" : undefined}
        className={cx(
          "flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded px-3 py-1.5 hover:bg-wash",
          current && "bg-wash font-semibold",
        )}
      >
        <span className="min-w-0 break-words">
          <ScopeName kind={kind} about={scope.about} />
          {scope.disputed && <span className="block text-sm font-normal text-refusal">{t("disputed")}</span>}
        </span>
        <span className="flex flex-wrap items-center gap-3 text-sm font-normal">
          {scope.scheduled.length > 0 && <Badge tone="waiting">{t("scheduled")}</Badge>}
          {hasTerms ? (
            <Badge tone="good">{t("own")}</Badge>
          ) : (
            <span className="text-muted">{t(`inherits.${kind}`)}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
