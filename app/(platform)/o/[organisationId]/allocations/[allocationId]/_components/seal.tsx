import { useTranslations } from "next-intl";
import { Own } from "@/app/_manifests/bytes-text.client";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { DealView } from "@/modules/deals/schema/deal";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { Definitions } from "@/ui/text/definition";
import { MoneyText } from "@/ui/text/money";
import { DateText, NumberText } from "@/ui/text/numbers";
import { sealSplitAction } from "../actions";

/** What becomes final, before it does: the amounts, how many people, from when, and that it cannot be undone. */
export function Seal({ view, deal }: { view: AllocationWire; deal: DealView }) {
  const t = useTranslations("allocation.seal");
  const { totals, paid, currency } = view;
  if (totals === null || paid === null) return null;
  const waiting = BigInt(totals.unclaimedMinor) + BigInt(totals.heldMinor);
  const place = { home: `/o/${deal.platform.id}`, allocationId: view.id };
  return (
    <Dialog trigger={t("trigger")} title={t("title")} lead={t("lead")} variant="primary">
      <div className="flex flex-col gap-5">
        <Definitions
          items={[
            { term: t("paid"), value: <MoneyText money={paid} figure={`split.paid:${view.id}`} /> },
            {
              term: t("people"),
              value: <NumberText value={totals.contributors} figure={`split.contributors:${view.id}`} />,
              ...(Number(totals.emptyContributors ?? 0) > 0 && {
                hint: t("empty", { n: Number(totals.emptyContributors) }),
              }),
            },
            {
              term: t("waiting"),
              value: <MoneyText money={{ currency, minor: waiting }} figure={`split.waiting:${view.id}`} />,
            },
            {
              term: t("reserve"),
              value: <MoneyText money={view.reserve} figure={`split.reserve:${view.id}`} />,
            },
            {
              term: t("date"),
              value: t.rich("today", { day: () => <DateText at={new Date()} /> }),
            },
          ]}
        />
        <ul className="list-disc space-y-1 pl-5">
          <li>{t("final1")}</li>
          <li className="font-medium">{t("final2")}</li>
          <li>{t.rich("final3", { licensee: () => <Own>{deal.licensee.name}</Own> })}</li>
        </ul>
        <ActionForm action={sealSplitAction.bind(null, place)}>
          <Field label={t("type", { word: t("word") })} name="confirm">
            <Input name="confirm" autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Field>
          <SubmitButton pendingText={t("sealing")}>{t("submit")}</SubmitButton>
        </ActionForm>
      </div>
    </Dialog>
  );
}
