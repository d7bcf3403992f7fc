"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { USES, type Use, WEIGHTS, type Weights } from "@/modules/consent/schema";
import { cx } from "@/ui/cx";
import { type CellDraft, type Draft, priceMicros, withCell } from "./draft.client";

const ANSWERS = [
  { stance: "allow", word: "yes", sign: "✓", on: "peer-checked:bg-accent-wash peer-checked:text-accent" },
  { stance: "deny", word: "no", sign: "✕", on: "peer-checked:bg-refusal-wash peer-checked:text-refusal" },
  { stance: "unset", word: "unset", sign: "–", on: "peer-checked:bg-wash peer-checked:text-ink" },
] as const;
const COLUMNS = "md:grid-cols-[minmax(10rem,1fr)_15.5rem_15.5rem] md:gap-x-5";

/** Every use, for open and for closed weights: yes, no, or unsaid; a price where the answer is yes. */
export function ConsentMatrix({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useTranslations("terms");
  return (
    <div>
      <div
        aria-hidden="true"
        className={cx("hidden border-b border-rule-strong pb-2 text-sm text-muted md:grid", COLUMNS)}
      >
        <span>{t("matrix.use")}</span>
        {WEIGHTS.map((weights) => (
          <span key={weights}>
            <span className="block font-medium text-ink">{t(`weights.${weights}.name`)}</span>
            {t(`weights.${weights}.means`)}
          </span>
        ))}
      </div>
      {USES.map((use) => (
        <div key={use} className={cx("grid gap-y-4 border-b border-rule py-5 md:py-4", COLUMNS)}>
          <div>
            <h3 className="font-sans text-base font-medium">{t(`uses.${use}.name`)}</h3>
            <p className="mt-0.5 max-w-[38ch] text-sm text-muted">{t(`uses.${use}.means`)}</p>
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

type CellProps = {
  use: Use;
  weights: Weights;
  cell: CellDraft;
  currency: string;
  onChange: (cell: CellDraft) => void;
};

function Cell({ use, weights, cell, currency, onChange }: CellProps) {
  const t = useTranslations("terms");
  const id = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium md:sr-only">
        <span className="sr-only">{t(`uses.${use}.name`)}, </span>
        {t(`weights.${weights}.name`)}
      </legend>
      <div className="flex w-full max-w-xs overflow-hidden rounded border border-rule-strong">
        {ANSWERS.map(({ stance, word, sign, on }) => (
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
                "relative flex min-h-10 cursor-pointer items-center justify-center py-1 pr-2 pl-5 text-sm text-muted transition-colors duration-150 select-none hover:text-ink peer-checked:font-semibold peer-focus-visible:outline-2 peer-focus-visible:-outline-offset-2 peer-focus-visible:outline-accent [&>span]:invisible peer-checked:[&>span]:visible",
                on,
              )}
            >
              <span aria-hidden="true" className="absolute left-1.5">
                {sign}
              </span>
              {t(`matrix.${word}`)}
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

function Price({ use, weights, cell, currency, onChange }: CellProps) {
  const t = useTranslations("terms");
  const id = useId();
  const wrong = priceMicros(cell.price) === null;
  const names = { use: t(`uses.${use}.name`), weights: t(`weights.${weights}.name`) };
  return (
    <div className="mt-2">
      <div className="flex max-w-xs items-center gap-2 text-sm">
        <label htmlFor={id} className="shrink-0">
          <span aria-hidden="true">{t("matrix.from")}</span>
          <span className="sr-only">{t("matrix.fromFor", names)}</span>
        </label>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          placeholder={t("matrix.free")}
          value={cell.price}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-unit ${id}-fault` : `${id}-unit`}
          onChange={(event) => onChange({ ...cell, price: event.target.value })}
          className="min-h-9 w-full min-w-0 rounded border border-rule-strong bg-raised px-2 text-right tabular-nums placeholder:text-muted aria-invalid:border-refusal"
        />
        <span id={`${id}-unit`} className="shrink-0 text-muted">
          <span translate="no">{currency}</span> <span className="whitespace-nowrap">{t("matrix.unit")}</span>
        </span>
      </div>
      {wrong && (
        <p id={`${id}-fault`} className="mt-1 text-sm font-medium text-refusal">
          {t("matrix.priceFault")}
        </p>
      )}
    </div>
  );
}
