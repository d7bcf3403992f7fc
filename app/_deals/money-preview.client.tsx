"use client";
import { useEffect, useRef, useState } from "react";
import { isCurrency, parseMajor } from "@/kernel/money";
import { type MoneySplit, splitFault, splitMoney } from "@/modules/deals/domain/money-split";
import { Definitions } from "@/ui/definition";
import { MoneyText } from "@/ui/money";

type Preview = { currency: string; split: MoneySplit } | { fault: string } | null;

const PART = /^(\d{1,3})(?:[.,](\d{1,2}))?$/;

function bps(form: FormData, name: string): number {
  const match = PART.exec(String(form.get(name) ?? "").trim());
  return match === null ? Number.NaN : Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** What the amounts typed so far come to, by the very rules the deal will be split with; null while they say nothing. */
function previewOf(form: FormData): Preview {
  const currency = String(form.get("currency"));
  const gross = isCurrency(currency) ? parseMajor(currency, String(form.get("gross") ?? "")) : null;
  if (gross === null) return null;
  const rules = {
    grossMinor: gross,
    contributorShareBps: bps(form, "contributorShareBps"),
    operatorFeeBps: bps(form, "operatorFeeBps"),
    reserveBps: bps(form, "reserveBps"),
  };
  const fault = splitFault(rules);
  return fault === null ? { currency, split: splitMoney(rules) } : { fault };
}

/** Follows the form around it: gross → fee → kept → pool → reserve → what is split, while one types. */
export function MoneyPreview() {
  const here = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<Preview>(null);
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    const update = () => setPreview(previewOf(new FormData(form)));
    update();
    form.addEventListener("input", update);
    form.addEventListener("change", update);
    return () => {
      form.removeEventListener("input", update);
      form.removeEventListener("change", update);
    };
  }, []);
  return (
    <div ref={here} role="status" className="rounded bg-wash px-4 py-3">
      <p className="mb-2 text-sm font-medium">What that comes to</p>
      {preview === null ? (
        <p className="text-sm text-muted">Write the amount to see how it is split.</p>
      ) : "fault" in preview ? (
        <p className="text-sm font-medium text-refusal">{preview.fault}</p>
      ) : (
        <Amounts currency={preview.currency} split={preview.split} />
      )}
    </div>
  );
}

function Amounts({ currency, split }: { currency: string; split: MoneySplit }) {
  const money = (minor: bigint) => <MoneyText money={{ currency, minor }} />;
  return (
    <Definitions
      items={[
        { term: "Contributors’ pool", value: <strong>{money(split.poolMinor)}</strong> },
        ...(split.reserveMinor > 0n
          ? [
              { term: "– of it in reserve", value: money(split.reserveMinor) },
              { term: "– of it split at once", value: money(split.distributableMinor) },
            ]
          : []),
        { term: "Remit’s fee", value: money(split.feeMinor) },
        { term: "Kept by the platform", value: money(split.retainedMinor) },
      ]}
    />
  );
}
