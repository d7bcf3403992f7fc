"use client";
import { Button } from "@/ui/button/button";

export type PaletteWords = Readonly<
  Record<
    "open" | "title" | "help" | "placeholder" | "results" | "searching" | "nothing" | "close" | "action",
    string
  >
> & {
  actions: readonly { key: string; label: string; lang?: string }[];
  keys: readonly { keys: string; label: string }[];
  shortcut: string;
  keysLead: string;
};

/** The keys that work on every page. */
export function KeysHelp({ words, onClose }: { words: PaletteWords; onClose: () => void }) {
  return (
    <div className="p-6">
      <h2 className="text-xl">{words.help}</h2>
      <p className="mt-1 text-muted">{words.keysLead}</p>
      <dl className="mt-5">
        {words.keys.map(({ keys, label }) => (
          <div key={keys} className="flex items-baseline justify-between gap-6 border-b border-rule py-2.5">
            <dt>{label}</dt>
            <dd translate="no" className="shrink-0 font-mono text-sm text-muted">
              {keys}
            </dd>
          </div>
        ))}
      </dl>
      <Button type="button" variant="secondary" size="sm" className="mt-5" onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
}
