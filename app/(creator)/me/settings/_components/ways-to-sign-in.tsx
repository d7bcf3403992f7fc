import { getTranslations } from "next-intl/server";
import { signInWithProvider } from "@/app/(site)/sign-in/actions";
import { Button } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Badge } from "@/ui/text/badge";
import { unlink } from "../actions";

type Props = Readonly<{
  email: string | null;
  linked: readonly string[];
  providers: readonly { id: string; name: string }[];
}>;

const ROW =
  "flex flex-wrap items-center justify-between gap-3 border-b border-rule py-3 first:pt-0 last:border-b-0";

/** The mailed link, and each provider that is configured or was connected once. */
export async function WaysToSignIn({ email, linked, providers }: Props) {
  const t = await getTranslations("settings.methods");
  const gone = linked.filter((id) => !providers.some((provider) => provider.id === id));
  const all = [...providers, ...gone.map((id) => ({ id, name: id }))];
  return (
    <ul className="max-w-2xl">
      {email !== null && (
        <li className={ROW}>
          <span className="min-w-0 break-words">
            {t.rich("link", { x: (chunks) => <span translate="no">{chunks}</span>, email })}
          </span>
          <Badge tone="good">{t("on")}</Badge>
        </li>
      )}
      {all.map(({ id, name }) => (
        <li key={id} className={ROW}>
          <span translate="no">{name}</span>
          {linked.includes(id) ? (
            <ActionForm action={unlink} className="flex flex-col gap-2">
              <input type="hidden" name="provider" value={id} />
              <SubmitButton variant="secondary" size="sm" pendingText={t("disconnecting")}>
                <span aria-hidden="true">{t("disconnect")}</span>
                <span className="sr-only">
                  {t.rich("disconnectOf", { x: (chunks) => <span translate="no">{chunks}</span>, name })}
                </span>
              </SubmitButton>
            </ActionForm>
          ) : (
            <form action={signInWithProvider}>
              <input type="hidden" name="callbackUrl" value="/me/settings" />
              <input type="hidden" name="provider" value={id} />
              <Button variant="secondary" size="sm" aria-label={t("connectOf", { name })}>
                {t("connect")}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
