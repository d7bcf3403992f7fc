import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field, Input } from "@/ui/field";
import { requestLink, signInAs, signInWithProvider } from "../actions";

/** One way in that always works: a link by mail. `email` is fixed for somebody who only confirms who they are. */
export function EmailWay({ callbackUrl, email }: { callbackUrl: string; email: string | null }) {
  return (
    <ActionForm action={requestLink} keepAfterSuccess>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label="E-mail address" name="email" required hint="We mail you a link; there is no password.">
        <Input
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={email ?? ""}
          readOnly={email !== null}
        />
      </Field>
      <SubmitButton pendingText="Sending…">Mail me a link</SubmitButton>
    </ActionForm>
  );
}

export function ProviderWays({
  providers,
  callbackUrl,
}: {
  providers: readonly { id: string; name: string }[];
  callbackUrl: string;
}) {
  return (
    <ul className="flex flex-wrap gap-3">
      {providers.map(({ id, name }) => (
        <li key={id}>
          <form action={signInWithProvider}>
            <input type="hidden" name="callbackUrl" value={callbackUrl} />
            <input type="hidden" name="provider" value={id} />
            <Button variant="secondary">Continue with {name}</Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

type Persona = Readonly<{ personId: string; name: string; persona: string; email: string | null }>;

/** The people of the demo world, one click each. */
export function DemoWays({ personas, callbackUrl }: { personas: readonly Persona[]; callbackUrl: string }) {
  return (
    <ul className="max-w-2xl">
      {personas.map(({ personId, name, persona }) => (
        <li key={personId} className="border-b border-rule py-3 first:pt-0 last:border-b-0">
          <form action={signInAs} className="flex flex-wrap items-center justify-between gap-3">
            <input type="hidden" name="callbackUrl" value={callbackUrl} />
            <input type="hidden" name="personId" value={personId} />
            <span className="min-w-0">
              <span className="font-medium">{name}</span>
              <span className="block text-sm text-muted">{persona}</span>
            </span>
            <Button variant="secondary" size="sm">
              Sign in<span className="sr-only"> as {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
