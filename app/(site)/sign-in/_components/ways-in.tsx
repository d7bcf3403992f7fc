import { getTranslations } from "next-intl/server";
import { Button } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input } from "@/ui/input/field";
import { mark } from "../../_components/mark";
import { requestLink, signInAs, signInWithProvider } from "../actions";

/** One way in that always works: a link by mail. `email` is fixed for somebody who only confirms who they are. */
export async function EmailWay({ callbackUrl, email }: { callbackUrl: string; email: string | null }) {
  const t = await getTranslations("signin.email");
  return (
    <ActionForm action={requestLink} keepAfterSuccess>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label={t("label")} name="email" required hint={t("hint")}>
        <Input
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={email ?? ""}
          readOnly={email !== null}
        />
      </Field>
      <SubmitButton pendingText={t("pending")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

export async function ProviderWays({
  providers,
  callbackUrl,
}: {
  providers: readonly { id: string; name: string }[];
  callbackUrl: string;
}) {
  const t = await getTranslations("signin.providers");
  return (
    <ul className="flex flex-wrap gap-3">
      {providers.map(({ id, name }) => (
        <li key={id}>
          <form action={signInWithProvider}>
            <input type="hidden" name="callbackUrl" value={callbackUrl} />
            <input type="hidden" name="provider" value={id} />
            <Button variant="secondary">{t.rich("button", { name: mark(name) })}</Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

type Persona = Readonly<{ personId: string; name: string; persona: string; email: string | null }>;

/** The people of the demo world, one click each. */
export async function DemoWays({
  personas,
  callbackUrl,
}: {
  personas: readonly Persona[];
  callbackUrl: string;
}) {
  const t = await getTranslations("signin.demo");
  return (
    <ul className="max-w-2xl">
      {personas.map(({ personId, name, persona }) => (
        <li key={personId} className="border-b border-rule py-3 first:pt-0 last:border-b-0">
          <form action={signInAs} className="flex items-center justify-between gap-3">
            <input type="hidden" name="callbackUrl" value={callbackUrl} />
            <input type="hidden" name="personId" value={personId} />
            <span className="min-w-0" translate="no">
              <span className="font-medium">{name}</span>
              <span className="block text-sm text-muted">{persona}</span>
            </span>
            <Button variant="secondary" size="sm" className="shrink-0">
              {t.rich("button", {
                name: mark(name),
                sr: (text) => <span className="sr-only">{text}</span>,
              })}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
