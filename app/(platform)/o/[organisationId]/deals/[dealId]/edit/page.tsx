import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { dealValues } from "@/app/_deals/form/deal-fields.client";
import { DealForm } from "@/app/_deals/form/deal-form.client";
import { DealPreview } from "@/app/_deals/preview/deal-preview.client";
import { NotYours } from "@/app/_deals/view/not-yours";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { read } from "@/app/_web/page/page";
import { mayAt } from "@/app/_web/page/permissions";
import { viewer } from "@/app/_web/page/viewer";
import { dealClearances } from "@/modules/clearance/queries";
import { getDeal, listLicenseeChoices } from "@/modules/deals/queries";
import { listManifests } from "@/modules/manifests/read/queries";
import { Banner } from "@/ui/page/banner";
import { Page } from "@/ui/page/page";
import { previewAction } from "../../actions";
import { amendDealAction, editDealAction } from "../actions";
import { manifestFacts } from "./manifest-facts";

type Props = { params: Promise<{ organisationId: string; dealId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deals.edit");
  return { title: t("change") };
}

/** A draft is edited; a reported or noticed deal is amended, with a reason. */
export default async function EditDeal({ params }: Props) {
  const where = await params;
  const { dealId } = where;
  const base = `/o/${where.organisationId}/deals`;
  const [t, who, deal, labs] = await Promise.all([
    getTranslations("deals"),
    viewer(),
    read(getDeal, { dealId }),
    read(listLicenseeChoices, {}),
  ]);
  const amending = deal.allowedActs.includes("amend");
  if (!amending && !deal.allowedActs.includes("edit")) {
    const isOpen = ["draft", "reported", "noticed"].includes(deal.state);
    if (!isOpen || mayAt(who, where.organisationId, "deals:write")) redirect(`${base}/${deal.id}`);
    return <NotYours organisationId={where.organisationId} />;
  }
  const [manifests, clearances] = await Promise.all([
    read(listManifests, { dealId, limit: 5 }),
    read(dealClearances, { dealId, limit: 5 }),
  ]);
  return (
    <Page
      title={t(amending ? "edit.amend" : "edit.draft")}
      lead={<span translate="no">{deal.title}</span>}
      breadcrumbs={[
        { href: base, label: t("title") },
        { href: `${base}/${deal.id}`, label: deal.title, own: true },
      ]}
    >
      <ClientMessages namespaces={["dealform"]}>
        <DealForm
          action={(amending ? amendDealAction : editDealAction).bind(null, where)}
          values={dealValues(deal)}
          labs={labs.items}
          submit={t(amending ? "edit.amend" : "edit.save")}
          cancelHref={`${base}/${deal.id}`}
          draftId={`${deal.id}:${deal.version}`}
          version={deal.version}
          amending={amending}
          preview={
            <DealPreview
              ask={previewAction.bind(null, where)}
              manifest={manifestFacts(manifests.items, clearances.items)}
            />
          }
        >
          {deal.state === "noticed" && (
            <Banner tone="waiting" title={t("edit.told")}>
              {t("edit.toldText")}
            </Banner>
          )}
        </DealForm>
      </ClientMessages>
    </Page>
  );
}
