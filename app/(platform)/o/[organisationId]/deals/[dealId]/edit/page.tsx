import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DealForm } from "@/app/_deals/deal-form.client";
import { dealValues } from "@/app/_deals/deal-form-values";
import { read } from "@/app/_web/page";
import { getDeal, listLicenseeChoices } from "@/modules/deals/queries";
import { Banner } from "@/ui/banner";
import { InstantText } from "@/ui/numbers";
import { Page } from "@/ui/page";
import { amendDealAction, editDealAction } from "../actions";

export const metadata: Metadata = { title: "Change the deal" };

type Props = { params: Promise<{ organisationId: string; dealId: string }> };

/** A draft is edited; a reported or noticed deal is amended, with a reason. */
export default async function EditDeal({ params }: Props) {
  const where = await params;
  const base = `/o/${where.organisationId}/deals`;
  const [deal, labs] = await Promise.all([
    read(getDeal, { dealId: where.dealId }),
    read(listLicenseeChoices, {}),
  ]);
  const amending = deal.allowedActs.includes("amend");
  if (!amending && !deal.allowedActs.includes("edit")) redirect(`${base}/${deal.id}`);
  const action = amending ? amendDealAction : editDealAction;
  return (
    <Page
      title={amending ? "Amend the deal" : "Edit the draft"}
      lead={deal.title}
      breadcrumbs={[
        { href: base, label: "Deals" },
        { href: `${base}/${deal.id}`, label: deal.title },
      ]}
    >
      <DealForm
        action={action.bind(null, where)}
        values={dealValues(deal)}
        labs={labs.items}
        submit={amending ? "Amend the deal" : "Save the draft"}
        cancelHref={`${base}/${deal.id}`}
        amending={amending}
      >
        {deal.noticeEndsAt && deal.state === "noticed" && (
          <Banner tone="waiting" title="Contributors were told of this deal as it stands now">
            If anything but the title changes, their notice starts anew and never ends before{" "}
            <InstantText at={deal.noticeEndsAt} />. Whoever joined is asked again; whoever objected stays out.
          </Banner>
        )}
      </DealForm>
    </Page>
  );
}
