import type { getTranslations } from "next-intl/server";
import type { DealView } from "@/modules/deals/schema/deal";
import { MoneyText } from "@/ui/text/money";
import {
  answerAsLicenseeAction,
  answerCancellationAction,
  askCancellationAction,
  withdrawCancellationAction,
} from "../actions";
import { ActDialog } from "./act-form.client";

type T = Awaited<ReturnType<typeof getTranslations<"deals">>>;
type Props = Readonly<{ t: T; deal: DealView; where: Readonly<{ organisationId: string; dealId: string }> }>;

/** A licensee's yes or no to a deal that names it, to the version it reads. */
export function LicenseeActs({ t, deal, where }: Props) {
  const answered = { ...where, version: deal.version };
  return (
    <>
      {deal.allowedActs.includes("accept") && (
        <ActDialog
          trigger={t("acts.acceptTrigger")}
          title={t("acts.acceptTitle")}
          lead={t.rich("acts.acceptLead", {
            money: () => <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />,
            platform: () => <span translate="no">{deal.platform.name}</span>,
          })}
          action={answerAsLicenseeAction.bind(null, { ...answered, decision: "accept" })}
          submit={t("acts.acceptTrigger")}
          cancel={t("acts.keep")}
        />
      )}
      {deal.allowedActs.includes("decline") && (
        <ActDialog
          trigger={t("acts.declineTrigger")}
          title={t("acts.declineTitle")}
          lead={t("acts.declineLead")}
          action={answerAsLicenseeAction.bind(null, { ...answered, decision: "decline" })}
          submit={t("acts.declineTrigger")}
          variant="danger"
          fields={[
            { name: "note", label: t("acts.declineWhy"), hint: t("acts.declineWhyHint"), required: true },
          ]}
          cancel={t("acts.keep")}
        />
      )}
    </>
  );
}

/** A sealed deal is cancelled by two: one asks, the other agrees or refuses. */
export function CancellationActs({ t, deal, where }: Props) {
  const may = (act: DealView["allowedActs"][number]) => deal.allowedActs.includes(act);
  return (
    <>
      {may("ask_cancel") && (
        <ActDialog
          trigger={t("acts.askCancelTrigger")}
          title={t("acts.askCancelTitle")}
          lead={t("acts.askCancelLead")}
          action={askCancellationAction.bind(null, where)}
          submit={t("acts.askCancelTrigger")}
          variant="danger"
          fields={[
            {
              name: "reason",
              label: t("acts.askCancelReason"),
              hint: t("acts.askCancelReasonHint"),
              required: true,
            },
            { name: "note", label: t("acts.askCancelNote"), hint: t("acts.askCancelNoteHint") },
          ]}
          cancel={t("acts.keep")}
        />
      )}
      {may("withdraw_cancel") && (
        <ActDialog
          trigger={t("acts.withdrawCancelTrigger")}
          title={t("acts.withdrawCancelTitle")}
          lead={t("acts.withdrawCancelLead")}
          action={withdrawCancellationAction.bind(null, where)}
          submit={t("acts.withdrawCancelTrigger")}
          variant="secondary"
          cancel={t("acts.keep")}
        />
      )}
      {may("agree_cancel") && (
        <ActDialog
          trigger={t("acts.agreeCancelTrigger")}
          title={t("acts.agreeCancelTitle")}
          lead={t("acts.agreeCancelLead")}
          action={answerCancellationAction.bind(null, where, "agree")}
          submit={t("acts.agreeCancelTrigger")}
          variant="danger"
          fields={[{ name: "note", label: t("acts.cancelWhy") }]}
          cancel={t("acts.keep")}
        />
      )}
      {may("refuse_cancel") && (
        <ActDialog
          trigger={t("acts.refuseCancelTrigger")}
          title={t("acts.refuseCancelTitle")}
          lead={t("acts.refuseCancelLead")}
          action={answerCancellationAction.bind(null, where, "refuse")}
          submit={t("acts.refuseCancelTrigger")}
          variant="secondary"
          fields={[{ name: "note", label: t("acts.cancelWhy") }]}
          cancel={t("acts.keep")}
        />
      )}
    </>
  );
}
