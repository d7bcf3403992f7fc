import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DealForm } from "@/app/_deals/deal-form.client";
import { newDealValues } from "@/app/_deals/deal-form-values";
import { read } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";
import { listLicenseeChoices } from "@/modules/deals/queries";
import { Page } from "@/ui/page";
import { draftDealAction } from "../actions";

export const metadata: Metadata = { title: "New deal" };

export default async function NewDeal({ params }: { params: Promise<{ organisationId: string }> }) {
  const { organisationId } = await params;
  const [who, labs] = await Promise.all([viewer(), read(listLicenseeChoices, {})]);
  const mine = who?.memberships.find((m) => m.organisationId === organisationId);
  if (mine?.kind !== "platform" || (mine.role !== "owner" && mine.role !== "admin")) notFound();
  const base = `/o/${organisationId}/deals`;
  return (
    <Page
      title="New deal"
      lead="It starts as a draft that neither contributors nor the licensee see. You can upload a manifest and try the split before anybody is told."
      breadcrumbs={[{ href: base, label: "Deals" }]}
    >
      <DealForm
        action={draftDealAction.bind(null, organisationId)}
        values={newDealValues(new Date().toISOString().slice(0, 10))}
        labs={labs.items}
        submit="Save the draft"
        cancelHref={base}
      />
    </Page>
  );
}
