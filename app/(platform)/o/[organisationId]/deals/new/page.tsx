import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { newDealValues } from "@/app/_deals/form/deal-fields.client";
import { DealForm } from "@/app/_deals/form/deal-form.client";
import { DealPreview } from "@/app/_deals/preview/deal-preview.client";
import { NotYours } from "@/app/_deals/view/not-yours";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { read } from "@/app/_web/page/page";
import { mayAt } from "@/app/_web/page/permissions";
import { viewer } from "@/app/_web/page/viewer";
import { dayOf } from "@/kernel/time";
import { dealDefaults } from "@/modules/deals/platform/instance-fee";
import { listLicenseeChoices } from "@/modules/deals/queries";
import { Page } from "@/ui/page/page";
import { draftDealAction, previewAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deals.edit");
  return { title: t("new") };
}

export default async function NewDeal({ params }: { params: Promise<{ organisationId: string }> }) {
  const { organisationId } = await params;
  const [who, labs, defaults, t] = await Promise.all([
    viewer(),
    read(listLicenseeChoices, {}),
    read(dealDefaults, {}),
    getTranslations("deals"),
  ]);
  if (!mayAt(who, organisationId, "deals:write")) return <NotYours organisationId={organisationId} />;
  const base = `/o/${organisationId}/deals`;
  return (
    <Page title={t("edit.new")} lead={t("edit.newLead")} breadcrumbs={[{ href: base, label: t("title") }]}>
      <ClientMessages namespaces={["dealform"]}>
        <DealForm
          action={draftDealAction.bind(null, organisationId)}
          values={newDealValues(dayOf(new Date()), defaults.operatorFeeBps)}
          labs={labs.items}
          submit={t("edit.save")}
          cancelHref={base}
          draftId={`new:${organisationId}`}
          preview={
            <DealPreview ask={previewAction.bind(null, { organisationId, dealId: null })} manifest={null} />
          }
        />
      </ClientMessages>
    </Page>
  );
}
