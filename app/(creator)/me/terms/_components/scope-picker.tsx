import Link from "next/link";
import type { TermsEditorWire } from "@/modules/consent/schema";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { cx } from "@/ui/cx";
import { Field, Input, Select } from "@/ui/field";
import { Section } from "@/ui/page";

type Scope = TermsEditorWire["scopes"][number];
const KINDS: Record<Scope["scope"]["kind"], string> = {
  person: "Everything",
  handle: "Handle",
  url_prefix: "Address",
  work: "Work",
};
const SHOWN_MAX = 8;

/** What the terms below are about; plain links, so that each scope has an address of its own. */
export function ScopePicker({
  scopes,
  chosen,
  prefixFault,
  asked,
}: {
  scopes: readonly Scope[];
  chosen: Scope;
  prefixFault: string | null;
  asked: { handle: string; prefix: string };
}) {
  const near = scopes.filter((scope, index) => index < SHOWN_MAX || scope.key === chosen.key);
  const rest = scopes.filter((scope) => !near.includes(scope));
  const handles = scopes.filter((scope) => scope.scope.kind === "handle");
  return (
    <Section
      title="What are these terms about?"
      lead="The narrowest terms that answer decide: a work or an address before a handle, a handle before everything."
    >
      <nav aria-label="What the terms are about">
        <ul className="grid gap-x-6 sm:grid-cols-2">
          {near.map((scope) => (
            <ScopeLink key={scope.key} scope={scope} current={scope.key === chosen.key} />
          ))}
        </ul>
        {rest.length > 0 && (
          <details className="mt-3">
            <summary className="link cursor-pointer py-1">{rest.length} more</summary>
            <ul className="grid gap-x-6 sm:grid-cols-2">
              {rest.map((scope) => (
                <ScopeLink key={scope.key} scope={scope} current={false} />
              ))}
            </ul>
          </details>
        )}
      </nav>
      {handles.length > 0 && (
        <details className="mt-4" open={prefixFault !== null}>
          <summary className="link cursor-pointer py-1">Terms for one address of mine</summary>
          <form className="mt-4 grid max-w-3xl items-end gap-4 sm:grid-cols-[14rem_1fr_auto]">
            <Field label="Handle">
              <Select
                name="handle"
                defaultValue={asked.handle}
                options={handles.map(({ key, label }) => ({ value: key, label }))}
              />
            </Field>
            <Field label="Everything below this address" error={prefixFault}>
              <Input
                name="prefix"
                type="url"
                required
                defaultValue={asked.prefix}
                placeholder="https://forum.example/r/poetry/"
              />
            </Field>
            <Button type="submit" variant="secondary">
              Choose
            </Button>
          </form>
        </details>
      )}
    </Section>
  );
}

function ScopeLink({ scope, current }: { scope: Scope; current: boolean }) {
  const hasTerms = scope.version !== null && scope.version.terms !== null;
  return (
    <li className="border-b border-rule">
      <Link
        href={`/me/terms?scope=${encodeURIComponent(scope.key)}`}
        aria-current={current ? "page" : undefined}
        className={cx(
          "flex min-h-12 items-center justify-between gap-3 py-2 hover:bg-wash",
          current && "font-semibold text-accent",
        )}
      >
        <span className="min-w-0">
          <span className="block text-xs font-normal text-muted">{KINDS[scope.scope.kind]}</span>
          <span className="break-words">{scope.label}</span>
          {scope.hint && <span className="block text-sm font-normal text-muted">{scope.hint}</span>}
        </span>
        {hasTerms ? <Badge tone="good">has terms</Badge> : <span className="text-sm text-muted">unsaid</span>}
      </Link>
    </li>
  );
}
