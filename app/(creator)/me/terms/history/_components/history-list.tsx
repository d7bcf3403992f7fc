import type { TermsHistoryWire } from "@/modules/consent/schema";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { InstantText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Changes } from "../../_components/changes.client";

const STATES = {
  in_force: { tone: "good", label: "in force" },
  scheduled: { tone: "waiting", label: "scheduled" },
  replaced: { tone: "neutral", label: "replaced" },
} as const;

/** The versions, newest first; a plain GET form picks two of them to compare. */
export function HistoryList({
  items,
  from,
  to,
}: {
  items: TermsHistoryWire["items"];
  from: string;
  to: string;
}) {
  const comparable = items.length > 1;
  return (
    <form>
      <Section
        title="Versions"
        lead={comparable ? "Choose two versions to compare them." : undefined}
        actions={
          comparable && (
            <Button type="submit" variant="secondary">
              Compare
            </Button>
          )
        }
      >
        <ol className="flex flex-col">
          {items.map((item) => (
            <li key={item.id} className="border-b border-rule py-5 first:pt-0 last:border-b-0">
              <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
                <div className="min-w-0">
                  <h3 className="text-base break-words">{item.scopeLabel}</h3>
                  <p className="text-sm text-muted">
                    from <InstantText at={item.effectiveFrom} />
                  </p>
                </div>
                <div className="flex flex-wrap items-center gap-4">
                  <Badge tone={STATES[item.state].tone}>
                    {item.terms === null
                      ? `withdrawal, ${STATES[item.state].label}`
                      : STATES[item.state].label}
                  </Badge>
                  {comparable && <Pick name="from" label="Before" item={item} chosen={from} />}
                  {comparable && <Pick name="to" label="After" item={item} chosen={to} />}
                </div>
              </div>
              <div className="mt-3 max-w-[68ch]">
                {item.inWords.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
                {item.note && <p className="mt-1 text-sm text-muted">Your note: {item.note}</p>}
              </div>
              {item.changes.length > 0 && (
                <details className="mt-3">
                  <summary className="link cursor-pointer py-1 text-sm">What it changed</summary>
                  <div className="mt-2">
                    <Changes
                      changes={item.changes}
                      caption={`What this version of ${item.scopeLabel} changed`}
                    />
                  </div>
                </details>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </form>
  );
}

function Pick({
  name,
  label,
  item,
  chosen,
}: {
  name: "from" | "to";
  label: string;
  item: TermsHistoryWire["items"][number];
  chosen: string;
}) {
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm">
      <input
        type="radio"
        name={name}
        value={item.id}
        required
        defaultChecked={item.id === chosen}
        className="size-5 accent-accent"
      />
      {label}
      <span className="sr-only">
        : {item.scopeLabel}, {item.effectiveFrom}
      </span>
    </label>
  );
}
