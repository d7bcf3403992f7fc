import { DealChanges } from "@/app/_deals/deal-changes";
import type { VersionView } from "@/modules/deals/history-schema";
import { InstantText } from "@/ui/numbers";

/** Every version of the deal, newest first, each with what it changed; the changes fold away but need no script. */
export function Versions({ versions }: { versions: readonly VersionView[] }) {
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
                <DealChanges changes={version.changes} currency={String(version.terms.currency)} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Heading({ version }: { version: VersionView }) {
  return (
    <span>
      <span className="font-medium">Version {version.version}</span>
      <span className="text-muted">
        {" "}
        · <InstantText at={version.createdAt} />
        {version.changes.length > 0 ? "" : version.version === 1 ? " · as first drafted" : " · as reported"}
      </span>
      {version.note && <span className="block sm:pl-4">{version.note}</span>}
    </span>
  );
}
