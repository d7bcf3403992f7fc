import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { DemoSite } from "@/modules/demo/schema";
import { Button, LinkButton } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, Textarea } from "@/ui/input/field";
import { Banner } from "@/ui/page/banner";
import { Page, Section } from "@/ui/page/page";
import { confirm, edit } from "../actions";
import { AddressBar } from "./address-bar";

type ForumView = NonNullable<z.output<typeof DemoSite>["forum"]>;
type Member = NonNullable<ForumView["member"]>;

/** A forum of the demo world: sign in as anybody, edit the bio, confirm the account on Remit. */
export function Forum({
  host,
  forum,
  asked,
  code,
  confirmed,
}: {
  host: string;
  forum: ForumView;
  asked: string;
  code: string;
  confirmed: string | undefined;
}) {
  const t = useTranslations("demosite");
  const { member, name } = forum;
  if (member === null)
    return (
      <Page title={<span translate="no">{name}</span>} lead={t("signInLead")}>
        <AddressBar address={`https://${host}/`} />
        <SignIn asked={asked} />
      </Page>
    );
  return (
    <Page
      title={<span translate="no">{member.name}</span>}
      lead={t.rich("member", { forum: () => <span translate="no">{name}</span> })}
    >
      <AddressBar address={member.address} />
      {confirmed !== undefined && (
        <Banner
          tone="good"
          title={t("confirmedTitle")}
          action={
            <LinkButton href={`/me/handles/${encodeURIComponent(confirmed)}`} size="sm">
              {t("backToName")}
            </LinkButton>
          }
        >
          {t.rich("confirmed", {
            forum: () => <span translate="no">{name}</span>,
            name: () => <span translate="no">{member.name}</span>,
          })}
        </Banner>
      )}
      <Bio host={host} member={member} />
      {forum.confirms && confirmed === undefined && <Confirm host={host} member={member} code={code} />}
      <Section title={t("otherMember")}>
        <SignIn asked="" />
      </Section>
    </Page>
  );
}

function SignIn({ asked }: { asked: string }) {
  const t = useTranslations("demosite");
  return (
    <form method="get" className="flex max-w-xl flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <Field label={t("username")} hint={t("usernameHint")}>
          <Input name="member" defaultValue={asked} autoCapitalize="none" spellCheck={false} required />
        </Field>
      </div>
      <Button variant="secondary">{t("signIn")}</Button>
    </form>
  );
}

function Bio({ host, member }: { host: string; member: Member }) {
  const t = useTranslations("demosite");
  return (
    <Section id="bio" title={t("bioTitle")} lead={t("bioLead")}>
      <ActionForm action={edit} success={t("saved")} keepAfterSuccess>
        <input type="hidden" name="what" value="bio" />
        <input type="hidden" name="host" value={host} />
        <input type="hidden" name="member" value={member.name} />
        <Field label={t("bio")} name="text">
          <Textarea name="text" rows={4} maxLength={2000} defaultValue={member.bio} spellCheck={false} />
        </Field>
        <SubmitButton pendingText={t("saving")}>{t("saveBio")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Confirm({ host, member, code }: { host: string; member: Member; code: string }) {
  const t = useTranslations("demosite");
  return (
    <Section id="confirm" title={t("confirmTitle")} lead={t("confirmLead")}>
      <ActionForm action={confirm} keepAfterSuccess>
        <input type="hidden" name="host" value={host} />
        <input type="hidden" name="member" value={member.name} />
        <Field label={t("code")} name="code" hint={t("codeHint")} required>
          <Input name="code" defaultValue={code} maxLength={100} autoComplete="off" spellCheck={false} />
        </Field>
        <SubmitButton pendingText={t("confirming")}>{t("confirm")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
