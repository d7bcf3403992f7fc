"use client";
import { useId } from "react";
import { USE_WORDS, USES, type Use, WEIGHTS, type Weights } from "@/modules/consent/schema";
import { cx } from "@/ui/cx";
import { type CellDraft, type Draft, priceMicros, withCell } from "./draft.client";

const OPENNESS: Record<Weights, { name: string; means: string }> = {
  open: { name: "Open weights", means: "anybody gets the model" },
  closed: { name: "Closed weights", means: "its maker keeps it" },
};
const ANSWERS = [
  { stance: "allow", label: "Yes", sign: "✓", on: "peer-checked:bg-accent-wash peer-checked:text-accent" },
  { stance: "deny", label: "No", sign: "✕", on: "peer-checked:bg-refusal-wash peer-checked:text-refusal" },
  { stance: "unset", label: "Unsaid", sign: "–", on: "peer-checked:bg-wash peer-checked:text-ink" },
] as const;

/** Every use, for open and for closed weights: yes, no, or unsaid; a price where the answer is yes. */
export function ConsentMatrix({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  return (
    <div>
      <div
        aria-hidden="true"
        className="hidden border-b border-rule-strong pb-2 text-sm text-muted md:grid md:grid-cols-[minmax(12rem,1fr)_17rem_17rem] md:gap-6"
      >
        <span>Use</span>
        {WEIGHTS.map((weights) => (
          <span key={weights}>
            <span className="font-medium text-ink">{OPENNESS[weights].name}</span>: {OPENNESS[weights].means}
          </span>
        ))}
      </div>
      {USES.map((use) => (
        <div
          key={use}
          className="grid gap-x-6 gap-y-4 border-b border-rule py-5 md:grid-cols-[minmax(12rem,1fr)_17rem_17rem] md:py-4"
        >
          <div>
            <h3 className="font-sans text-base font-medium">{USE_WORDS[use].name}</h3>
            <p className="mt-0.5 max-w-[38ch] text-sm text-muted">{USE_WORDS[use].means}</p>
          </div>
          {WEIGHTS.map((weights) => (
            <Cell
              key={weights}
              use={use}
              weights={weights}
              cell={draft.cells[use][weights]}
              currency={draft.currency}
              onChange={(cell) => onChange(withCell(draft, use, weights, cell))}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Cell({
  use,
  weights,
  cell,
  currency,
  onChange,
}: {
  use: Use;
  weights: Weights;
  cell: CellDraft;
  currency: string;
  onChange: (cell: CellDraft) => void;
}) {
  const id = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium md:sr-only">
        <span className="sr-only">{USE_WORDS[use].name}, </span>
        {OPENNESS[weights].name}
      </legend>
      <div className="flex w-full max-w-xs overflow-hidden rounded border border-rule-strong">
        {ANSWERS.map(({ stance, label, sign, on }) => (
          <div key={stance} className="flex-1 border-l border-rule-strong first:border-l-0">
            <input
              type="radio"
              id={`${id}-${stance}`}
              name={id}
              checked={cell.stance === stance}
              onChange={() => onChange({ ...cell, stance })}
              className="peer sr-only"
            />
            <label
              htmlFor={`${id}-${stance}`}
              className={cx(
                "flex min-h-10 cursor-pointer items-center justify-center gap-1.5 px-2 text-sm text-muted transition-colors duration-150 select-none hover:text-ink peer-checked:font-semibold peer-focus-visible:outline-2 peer-focus-visible:-outline-offset-2 peer-focus-visible:outline-accent [&>span]:invisible peer-checked:[&>span]:visible",
                on,
              )}
            >
              <span aria-hidden="true">{sign}</span>
              {label}
            </label>
          </div>
        ))}
      </div>
      {cell.stance === "allow" && (
        <Price use={use} weights={weights} cell={cell} currency={currency} onChange={onChange} />
      )}
    </fieldset>
  );
}

function Price({
  use,
  weights,
  cell,
  currency,
  onChange,
}: {
  use: Use;
  weights: Weights;
  cell: CellDraft;
  currency: string;
  onChange: (cell: CellDraft) => void;
}) {
  const id = useId();
  const wrong = priceMicros(cell.price) === null;
  return (
    <div className="mt-2">
      <div className="flex max-w-xs items-center gap-2 text-sm">
        <label htmlFor={id} className="shrink-0">
          from
          <span className="sr-only">
            {" "}
            the least price for {USE_WORDS[use].name}, {OPENNESS[weights].name}
          </span>
        </label>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          placeholder="free"
          value={cell.price}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-unit`}
          onChange={(event) => onChange({ ...cell, price: event.target.value })}
          className="min-h-9 w-full min-w-0 rounded border border-rule-strong bg-raised px-2 text-right tabular-nums placeholder:text-muted aria-invalid:border-refusal"
        />
        <span id={`${id}-unit`} className="shrink-0 text-muted">
          {currency} <span className="whitespace-nowrap">/ 1,000 tokens</span>
        </span>
      </div>
      {wrong && (
        <p className="mt-1 text-sm font-medium text-refusal">A number such as 0.01, six decimals at most.</p>
      )}
    </div>
  );
}
