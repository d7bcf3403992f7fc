import { getTranslations } from "next-intl/server";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input } from "@/ui/input/field";
import { Section } from "@/ui/page/page";
import { DateText } from "@/ui/text/numbers";
import { turnOff } from "../actions";
import { RenewCodes } from "./renew-codes.client";
import { codesWords } from "./words";

/** Where it is on: since when, new recovery codes, and turning it off. The last two ask for a code. */
export async function ChangeSecondStep({
  onSince,
  codesLeft,
  isRecent,
}: {
  onSince: string;
  codesLeft: number;
  isRecent: boolean;
}) {
  const [t, words] = await Promise.all([getTranslations("settings.twoStep"), codesWords()]);
  const field = (
    <Field label={t("code")} name="code" required hint={t("anyCodeHint")}>
      <Input name="code" className="font-mono" autoComplete="one-time-code" autoCapitalize="none" />
    </Field>
  );
  return (
    <>
      <Section title={t("on")}>
        <p>{t.rich("onSince", { date: () => <DateText at={onSince} />, n: codesLeft })}</p>
      </Section>
      {isRecent && (
        <Section title={t("renew")} lead={t("renewLead")} id="recovery-codes">
          <RenewCodes words={words}>
            {field}
            <SubmitButton variant="secondary" pendingText={t("renewing")}>
              {t("renew")}
            </SubmitButton>
          </RenewCodes>
        </Section>
      )}
      {isRecent && (
        <Section title={t("turnOff")} lead={t("turnOffLead")} id="turn-off">
          <ActionForm action={turnOff}>
            {field}
            <SubmitButton variant="danger" pendingText={t("turningOff")}>
              {t("turnOff")}
            </SubmitButton>
          </ActionForm>
        </Section>
      )}
    </>
  );
}
