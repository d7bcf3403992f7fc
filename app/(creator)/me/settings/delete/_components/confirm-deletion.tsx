import { useTranslations } from "next-intl";
import { LIMITS } from "@/kernel/limits";
import { LinkButton } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input } from "@/ui/input/field";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { deleteMine } from "../../actions";

const HERE = "/me/settings/delete";

/** The deletion itself: after a recent sign-in, by typing what is shown. */
export function ConfirmDeletion({ confirmWith, isRecent }: { confirmWith: string; isRecent: boolean }) {
  const t = useTranslations("settings.delete.form");
  return (
    <Section
      title={t("title")}
      lead={t.rich("copy", { x: (text) => <TextLink href="/me/settings/export">{text}</TextLink> })}
    >
      {isRecent ? (
        <ActionForm action={deleteMine}>
          <Field
            name="confirmation"
            required
            label={t.rich("confirm", {
              text: () => (
                <strong translate="no" className="break-all">
                  {confirmWith}
                </strong>
              ),
            })}
          >
            <Input name="confirmation" required autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Field>
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger" pendingText={t("pending")}>
              {t("submit")}
            </SubmitButton>
            <LinkButton href="/me/settings" variant="secondary">
              {t("keep")}
            </LinkButton>
          </div>
        </ActionForm>
      ) : (
        <Banner
          tone="waiting"
          title={t("again")}
          action={
            <LinkButton href={`/sign-in?callbackUrl=${encodeURIComponent(HERE)}`}>{t("againAct")}</LinkButton>
          }
        >
          {t("againBody", { minutes: LIMITS.stepUpMinutes })}
        </Banner>
      )}
    </Section>
  );
}
