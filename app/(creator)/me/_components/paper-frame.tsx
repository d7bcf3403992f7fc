import { type DefinitionItem, Definitions } from "@/ui/text/definition";

type Props = Readonly<{ title: string; facts: readonly DefinitionItem[]; foot: string }>;

/** What is only on paper: what this sheet is, the facts it stands for, and a word on how far to trust it. */
export function PaperFrame({ title, facts, foot }: Props) {
  return (
    <div className="hidden border-y-2 border-ink py-4 print:block">
      <p className="mb-3 flex items-baseline justify-between font-serif text-lg font-semibold">
        <span>{title}</span>
        <span translate="no">Remit</span>
      </p>
      <Definitions items={facts} />
      <p className="mt-3 text-sm">{foot}</p>
    </div>
  );
}
