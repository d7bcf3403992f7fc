import { getLocale, getTranslations } from "next-intl/server";
import type { Columns } from "@/app/_allocation/unmeasured";
import { read } from "@/app/_web/page/page";
import { allocation, dealAllocations } from "@/modules/allocation/queries/allocation";
import { allocationDistribution } from "@/modules/allocation/queries/distribution";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { DealView } from "@/modules/deals/schema/deal";
import { Change } from "./change";
import { DistributionPart } from "./distribution-part";
import { nameOfRules } from "./name-of-rules";
import { SideBySide } from "./side-by-side";

type Props = {
  view: AllocationWire;
  deal: DealView;
  home: string;
  /** Which columns the manifest has, by field; null for those who see no manifest, and try no rules. */
  columns: Columns | null;
  /** The split it is compared with, as the address says. */
  against: string | undefined;
};

/** How the money is distributed among people, compared with another split, and the effect of other rules. */
export async function Picture({ view, deal, home, columns, against }: Props) {
  const [t, locale] = await Promise.all([getTranslations("allocation"), getLocale()]);
  const { items } = await read(dealAllocations, { dealId: deal.id, limit: 25 });
  const others = items.filter((item) => item.state === "succeeded" && item.id !== view.id);
  const other = await otherOf(view, others, against);
  const [mine, theirs] = await Promise.all([
    read(allocationDistribution, { allocationId: view.id }),
    other === null ? null : read(allocationDistribution, { allocationId: other.id }),
  ]);
  const otherName = other === null ? null : nameOfRules(t, locale, other, deal);
  return (
    <>
      <DistributionPart
        of={view.id}
        currency={view.currency}
        mine={mine}
        other={theirs === null || otherName === null ? null : { name: otherName, found: theirs }}
      />
      {other !== null && otherName !== null && <Change view={view} other={other} otherName={otherName} />}
      {columns !== null && (
        <SideBySide {...{ view, deal, home, others, columns }} against={other?.id ?? null} />
      )}
    </>
  );
}

/** The split that the reader asked for; otherwise, for a what-if, the split by the deal's own rules. */
async function otherOf(
  view: AllocationWire,
  others: readonly AllocationWire[],
  asked: string | undefined,
): Promise<AllocationWire | null> {
  const listed = others.find((other) => other.id === asked);
  if (listed !== undefined) return listed;
  if (asked !== undefined && asked !== view.id) {
    const found = await read(allocation, { allocationId: asked });
    if (found.dealId === view.dealId && found.state === "succeeded") return found;
  }
  return view.whatIf ? (others.find((other) => !other.whatIf) ?? null) : null;
}
