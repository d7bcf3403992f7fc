import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Section } from "@/ui/page/page";
import { BpsText } from "@/ui/text/numbers";
import { answer } from "../actions";

/** Yes and no of equal weight, each with what follows. It is answered once. */
export function AnswerInvitation({ token, shareBps }: { token: string; shareBps: number }) {
  const t = useTranslations("works.invitation");
  return (
    <Section title={t("question")}>
      <p className="mb-5 max-w-[68ch] font-serif text-xl">
        {t.rich("get", { share: () => <BpsText bps={shareBps} /> })}
      </p>
      <ActionForm action={answer} className="flex flex-col gap-5">
        <input type="hidden" name="token" value={token} />
        <div className="grid grid-cols-1 gap-x-10 gap-y-6 sm:grid-cols-2">
          {(["accept", "decline"] as const).map((value) => (
            <div key={value} className="flex flex-col gap-2 border-l-2 border-rule pl-4">
              <SubmitButton name="answer" value={value} variant="secondary" pendingText={t("pending")}>
                {t(value)}
              </SubmitButton>
              <p className="text-sm text-muted">{t(`${value}Means`)}</p>
            </div>
          ))}
        </div>
        <p className="text-sm text-muted">{t("once")}</p>
      </ActionForm>
    </Section>
  );
}
