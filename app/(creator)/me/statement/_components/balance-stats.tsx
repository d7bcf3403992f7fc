import type { z } from "zod";
import type { BalanceWire } from "@/modules/ledger/schema";
import { MoneyText } from "@/ui/money";
import { Stat, Stats } from "@/ui/stat";

type Balance = z.output<typeof BalanceWire>;

const PARTS = [
  { part: "payableMinor", label: "Payable to you", hint: "Posted and yours, not yet paid out", always: true },
  { part: "inTransitMinor", label: "In transit", hint: "Sent, not yet arrived", always: false },
  { part: "heldMinor", label: "Held", hint: "Until a dispute is settled", always: false },
] as const;

/** One row of figures a currency. They are never added: each can do something else. */
export function BalanceStats({ balances }: { balances: readonly Balance[] }) {
  const shown = balances.filter((balance) => PARTS.some(({ part }) => balance[part] !== "0"));
  if (shown.length === 0) return null;
  return (
    <div className="flex flex-col gap-6">
      {shown.map((balance) => (
        <Stats key={balance.currency}>
          {PARTS.filter(({ part, always }) => always || balance[part] !== "0").map(
            ({ part, label, hint }) => (
              <Stat
                key={part}
                label={label}
                hint={hint}
                tone={part === "payableMinor" ? "good" : "waiting"}
                value={<MoneyText money={{ currency: balance.currency, minor: balance[part] }} />}
              />
            ),
          )}
        </Stats>
      ))}
    </div>
  );
}
