import { getTranslations } from "next-intl/server";
import type { DealView } from "@/modules/deals/schema/deal";
import { LinkButton } from "@/ui/button/button";
import { cancelDealAction, giveNoticeAction, reportDealAction } from "../actions";
import { ActDialog } from "./act-form.client";
import { CancellationActs, LicenseeActs } from "./party-acts";

type Props = Readonly<{
  deal: DealView;
  organisationId: string;
  hasManifest: boolean;
  isUnverified: boolean;
}>;
type T = Awaited<ReturnType<typeof getTranslations<"deals">>>;

/** What the reader may do with the deal now; the first is the one that moves it on. */
export async function Acts({ deal, organisationId, hasManifest, isUnverified }: Props) {
  const t = await getTranslations("deals");
  if (deal.allowedActs.length === 0) return null;
  const where = { organisationId, dealId: deal.id };
  const base = `/o/${organisationId}/deals/${deal.id}`;
  const may = (act: DealView["allowedActs"][number]) => deal.allowedActs.includes(act);
  const needsVerifying = may("report") || may("notice") || may("seal");
  return (
    <div className="flex flex-wrap gap-3">
      <LicenseeActs {...{ t, deal, where }} />
      {isUnverified && needsVerifying && <p className="w-full text-sm">{t("acts.unverified")}</p>}
      {may("report") && (
        <ActDialog
          trigger={t("acts.reportTrigger")}
          title={t("acts.reportTitle")}
          lead={t("acts.reportLead")}
          action={reportDealAction.bind(null, where)}
          version={deal.version}
          fix={{ href: `${base}/edit`, label: t("acts.edit") }}
          submit={t("acts.reportTrigger")}
          cancel={t("acts.keep")}
        />
      )}
      {may("notice") && (
        <ActDialog
          trigger={t("acts.noticeTrigger")}
          title={t("acts.noticeTitle")}
          lead={noticeLead(t, deal)}
          action={giveNoticeAction.bind(null, where)}
          version={deal.version}
          {...(may("amend") ? { fix: { href: `${base}/edit`, label: t("acts.amend") } } : {})}
          submit={t("acts.noticeSubmit")}
          cancel={t("acts.keep")}
        />
      )}
      {may("seal") &&
        (hasManifest ? (
          <LinkButton href={`${base}#allocation`}>{t("acts.seal")}</LinkButton>
        ) : (
          <LinkButton href={`${base}/manifests/new`}>{t("acts.upload")}</LinkButton>
        ))}
      {may("edit") && (
        <LinkButton href={`${base}/edit`} variant="secondary">
          {t("acts.edit")}
        </LinkButton>
      )}
      {may("amend") && (
        <LinkButton href={`${base}/edit`} variant="secondary">
          {t("acts.amend")}
        </LinkButton>
      )}
      {may("fund") && <LinkButton href={`/operator/deals?q=${deal.id}`}>{t("acts.fund")}</LinkButton>}
      {may("cancel") && (
        <ActDialog
          trigger={t("acts.cancelTrigger")}
          title={t("acts.cancelTitle")}
          lead={t("acts.cancelLead")}
          action={cancelDealAction.bind(null, where)}
          submit={t("acts.cancelTrigger")}
          variant="danger"
          fields={[{ name: "note", label: t("acts.cancelWhy") }]}
          cancel={t("acts.keep")}
        />
      )}
      <CancellationActs {...{ t, deal, where }} />
    </div>
  );
}

function noticeLead(t: T, deal: DealView): string {
  return deal.noticeDays === 0
    ? t("acts.noticeLeadNone")
    : t("acts.noticeLead", { days: t("days", { n: deal.noticeDays }) });
}
