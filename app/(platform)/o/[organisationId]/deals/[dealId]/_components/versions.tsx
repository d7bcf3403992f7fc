import { useTranslations } from "next-intl";
import { DealChanges } from "@/app/_deals/view/deal-changes";
import type { VersionView } from "@/modules/deals/schema/history";
import { InstantText } from "@/ui/text/numbers";

/** Every version of the deal, newest first, each with what it changed; the changes fold away but need no script. */
export function Versions({ of, versions }: { of: string; versions: readonly VersionView[] }) {
  return (
    <ol className="flex flex-col">
      {versions.map((version, index) => (
        <li key={version.version} className="border-b border-rule py-3 first:pt-0 last:border-b-0">
          {version.changes.length === 0 ? (
            <Heading version={version} />
          ) : (
            <details open={index === 0}>
              <summary className="cursor-pointer rounded py-1">
                <Heading version={version} />
              </summary>
              <div className="pt-3 sm:pl-4">
                <DealChanges
                  of={`${of}:${version.version}`}
                  changes={version.changes}
                  currency={String(version.terms.currency)}
                />
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Heading({ version }: { version: VersionView }) {
  const t = useTranslations("deals.versions");
  const { changes } = version;
  const what = changes.length > 0 ? "changed" : version.version === 1 ? "first" : "asReported";
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <span className="font-medium">{t("version", { n: version.version })}</span>
      <span className="text-muted">
        <InstantText at={version.createdAt} />
      </span>
      <span className="text-muted">{t(what, { n: changes.length })}</span>
      {version.note && (
        <span translate="no" className="block basis-full">
          {version.note}
        </span>
      )}
    </span>
  );
}
