import Link from "next/link";
import { NumberText } from "@/ui/text/numbers";

type Entry = { reason: string | undefined; label: string; count: string; href: string };
type Props = { of: string; label: string; current: string | undefined; entries: readonly Entry[] };

/** The reasons there are, each with how many rows it concerns; the chosen one is in the address. */
export function ReasonFilter({ of, label, current, entries }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {entries.map((entry) => (
        <Link
          key={entry.reason ?? ""}
          href={entry.href}
          scroll={false}
          aria-current={entry.reason === current ? "true" : undefined}
          className="inline-flex min-h-8 items-center gap-2 rounded-full border border-rule-strong px-3 text-sm hover:bg-wash aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent"
        >
          {entry.label}
          <NumberText value={entry.count} figure={`manifest.rejected_for:${of}:${entry.reason ?? ""}`} />
        </Link>
      ))}
    </nav>
  );
}
