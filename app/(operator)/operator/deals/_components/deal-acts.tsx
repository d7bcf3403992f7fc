import { useLocale, useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema/deal";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, Textarea } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { MoneyText } from "@/ui/text/money";
import {
  answerCancellationAction,
  confirmFundingAction,
  disputeDealAction,
  endDisputeAction,
  postAgainAction,
  reverseFundingAction,
  reversePostingAction,
} from "../actions";

type Props = {
  deal: Pick<DealView, "id" | "title" | "gross" | "licensee" | "allowedActs">;
  size?: "sm" | "md";
  /** One of many, in a table of everything: none of its acts is the page's main one. */
  among?: boolean;
};

/**
 * What the operator can do with a deal in its present state: funding it, freezing it, letting it go on. What takes money
 * back from where it is, or puts it there again, is only on the deal's own page.
 */
export function DealActs({ deal, size = "sm", among = false }: Props) {
  const t = useTranslations("operator.acts");
  const may = (act: DealView["allowedActs"][number]) => deal.allowedActs.includes(act);
  return (
    <div className="flex flex-wrap gap-2 sm:justify-end">
      {may("fund") && <Fund deal={deal} size={size} primary={!among} />}
      {(["agree", "refuse"] as const).map(
        (decision) =>
          may(`${decision}_cancel`) && (
            <Noted
              key={decision}
              title={t(`${decision}Cancel.title`)}
              trigger={t(`${decision}Cancel.trigger`)}
              lead={t(`${decision}Cancel.lead`)}
              label={t(`${decision}Cancel.label`)}
              size={size}
              action={answerCancellationAction.bind(null, deal.id, decision)}
            />
          ),
      )}
      {may("dispute") && (
        <Noted
          title={t("dispute.title")}
          trigger={t("dispute.trigger")}
          lead={t("dispute.lead")}
          label={t("dispute.label")}
          size={size}
          action={disputeDealAction.bind(null, deal.id)}
        />
      )}
      {may("undispute") && (
        <Noted
          title={t("end.title")}
          trigger={t("end.trigger")}
          lead={t("end.lead")}
          label={t("end.label")}
          size={size}
          primary={!among}
          action={endDisputeAction.bind(null, deal.id)}
        />
      )}
      {!among && <MoneyActs deal={deal} size={size} />}
    </div>
  );
}

function MoneyActs({ deal, size }: Pick<Props, "deal"> & { size: "sm" | "md" }) {
  const t = useTranslations("operator.acts");
  const may = (act: DealView["allowedActs"][number]) => deal.allowedActs.includes(act);
  return (
    <>
      {may("unfund") && (
        <Noted
          title={t("unfund.title")}
          trigger={t("unfund.trigger")}
          lead={t("unfund.lead")}
          label={t("unfund.label")}
          size={size}
          action={reverseFundingAction.bind(null, deal.id)}
        />
      )}
      {may("unallocate") && (
        <Noted
          title={t("unallocate.title")}
          trigger={t("unallocate.trigger")}
          lead={t("unallocate.lead")}
          label={t("unallocate.label")}
          size={size}
          action={reversePostingAction.bind(null, deal.id)}
        />
      )}
      {may("allocate") && (
        <Dialog
          trigger={t("post.trigger")}
          title={t("post.title")}
          lead={t("post.lead")}
          size={size}
          variant="secondary"
        >
          <ActionForm action={postAgainAction.bind(null, deal.id)} success={t("post.done")}>
            <SubmitButton>{t("post.submit")}</SubmitButton>
          </ActionForm>
        </Dialog>
      )}
    </>
  );
}

function Fund({ deal, size, primary }: Pick<Props, "deal"> & { size: "sm" | "md"; primary: boolean }) {
  const [t, locale] = [useTranslations("operator.acts.fund"), useLocale()];
  return (
    <Dialog
      trigger={t("trigger")}
      title={t("title")}
      lead={t.rich("lead", {
        money: () => <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />,
        licensee: () => <span translate="no">{deal.licensee.name}</span>,
        deal: () => <span translate="no">{deal.title}</span>,
      })}
      variant={primary ? "primary" : "secondary"}
      size={size}
    >
      <ActionForm action={confirmFundingAction.bind(null, deal.id)}>
        <Field label={t("reference")} name="reference" hint={t("referenceHint")} required>
          <Input name="reference" autoComplete="off" />
        </Field>
        <input type="hidden" name="numbers" value={locale} />
        <Field
          label={t("received", { currency: deal.gross.currency })}
          name="received"
          hint={t("receivedHint")}
          required
        >
          <Input name="received" numeric autoComplete="off" />
        </Field>
        <Field label={t("valueDate")} name="valueDate" hint={t("valueDateHint")} required>
          <Input type="date" name="valueDate" />
        </Field>
        <SubmitButton pendingText={t("pending")}>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Noted({
  trigger,
  title,
  lead,
  label,
  size,
  primary = false,
  action,
}: {
  trigger: string;
  title: string;
  lead: string;
  label: string;
  size: "sm" | "md";
  primary?: boolean;
  action: Parameters<typeof ActionForm>[0]["action"];
}) {
  return (
    <Dialog
      trigger={trigger}
      title={title}
      lead={lead}
      size={size}
      variant={primary ? "primary" : "secondary"}
    >
      <ActionForm action={action}>
        <Field label={label} name="note" required>
          <Textarea name="note" rows={3} />
        </Field>
        <SubmitButton variant={primary ? "primary" : "danger"}>{trigger}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
