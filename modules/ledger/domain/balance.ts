/** A holder's money by what may be done with it, minor units of one currency, all ≥ 0 when the books are right. */
export type HolderBalance = Readonly<{
  currency: string;
  payableMinor: bigint;
  heldMinor: bigint;
  unclaimedMinor: bigint;
  inTransitMinor: bigint;
}>;

const PARTS = {
  payable: "payableMinor",
  held: "heldMinor",
  unclaimed: "unclaimedMinor",
  in_transit: "inTransitMinor",
} as const;

type Sum = Readonly<{ account: string; currency: string; minor: bigint }>;

/** Turns sums of lines (credit is negative) into balances per currency; other accounts than a holder's are left out. */
export function holderBalance(sums: readonly Sum[]): readonly HolderBalance[] {
  const by = new Map<string, HolderBalance>();
  for (const { account, currency, minor } of sums) {
    if (!isPart(account)) continue;
    const balance = by.get(currency) ?? {
      currency,
      payableMinor: 0n,
      heldMinor: 0n,
      unclaimedMinor: 0n,
      inTransitMinor: 0n,
    };
    const part = PARTS[account];
    by.set(currency, { ...balance, [part]: balance[part] - minor });
  }
  return [...by.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function isPart(account: string): account is keyof typeof PARTS {
  return Object.hasOwn(PARTS, account);
}
