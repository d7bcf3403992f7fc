import type { AllocationWire } from "@/modules/allocation/schema";
import type { DealView } from "@/modules/deals/schema";
import { Banner } from "@/ui/banner";
import { InstantText } from "@/ui/numbers";
import { ActDialog } from "../../../deals/[dealId]/_components/act-form.client";
import { sealAction } from "../../../deals/[dealId]/_runs/actions";

type Props = { view: AllocationWire; deal: DealView; organisationId: string };

/** Whether this split counts, could be made to count, or why it cannot. */
export function Seal({ view, deal, organisationId }: Props) {
  if (view.postedAt !== null)
    return (
      <Banner tone="good" title="On the books">
        Every share was posted <InstantText at={view.postedAt} />. Each contributor sees their own line.
      </Banner>
    );
  if (view.sealedAt !== null)
    return (
      <Banner tone="waiting" title="Sealed: this is the split that counts">
        It goes on the books once {deal.licensee.name}’s payment is confirmed.
      </Banner>
    );
  if (view.whatIf)
    return (
      <Banner tone="neutral" title="A what-if">
        It differs from the deal’s own rules, so it cannot be sealed. Amend the deal if these rules are
        better.
      </Banner>
    );
  if (!deal.allowedActs.includes("seal"))
    return (
      <Banner tone="neutral" title="A preview">
        {deal.state === "noticed"
          ? "It can be sealed once the notice period is over and the manifest is cleared again."
          : "It can be sealed once contributors had notice of the deal."}
      </Banner>
    );
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="waiting" title="A preview by the deal’s own rules">
        The notice is over. Sealing makes this split final.
      </Banner>
      <div>
        <ActDialog
          trigger="Seal this split"
          title="Seal this split?"
          lead="Terms and shares are final from then on, and every contributor sees their own line. It goes on the books when the payment is confirmed. A sealed split is never edited; a mistake is reversed and computed anew."
          action={sealAction.bind(null, { organisationId, dealId: deal.id, allocationId: view.id })}
          submit="Seal this split"
        />
      </div>
    </div>
  );
}
