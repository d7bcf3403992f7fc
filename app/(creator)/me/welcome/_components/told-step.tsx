import { useTranslations } from "next-intl";
import { payoutMinimum } from "@/kernel/payout-minimum";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { RadioGroup } from "@/ui/input/field";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";
import { chooseNotices } from "../actions";

const CADENCES = ["now", "daily", "weekly", "never"] as const;

/** How they hear of deals and money, and how money is kept; what is not there yet is said. */
export function ToldStep({ isDone }: { isDone: boolean }) {
  const t = useTranslations("onboarding.told");
  const minimum = () => (
    <MoneyText money={{ currency: "USD", minor: payoutMinimum("USD") }} figure="limit.payout_minimum:USD" />
  );
  return (
    <div className="flex flex-col gap-6">
      {isDone ? (
        <p>
          {t("done")} <TextLink href="/me/settings">{t("change")}</TextLink>
        </p>
      ) : (
        <ActionForm action={chooseNotices}>
          <RadioGroup
            label={t("legend")}
            name="cadence"
            options={CADENCES.map((cadence) => ({
              value: cadence,
              label: t(cadence),
              ...(cadence === "never" ? { hint: t("neverHint") } : {}),
            }))}
          />
          <SubmitButton pendingText={t("saving")}>{t("save")}</SubmitButton>
        </ActionForm>
      )}
      <div>
        <h3 className="text-base">{t("paidTitle")}</h3>
        <p className="mt-1 max-w-[60ch] text-muted">{t.rich("paid", { minimum })}</p>
      </div>
    </div>
  );
}
