import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { signInSettings } from "@/app/_web/sign-in/sign-in";
import { mySessions, mySignInMethods } from "@/modules/identity/queries/sign-in";
import { getNoticeSettings } from "@/modules/notices/inbox/queries";
import { whoAmI } from "@/modules/parties/queries/me";
import { LinkButton } from "@/ui/button/button";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { NoticeSettingsForm } from "./_components/notice-settings-form";
import { Organisations } from "./_components/organisations";
import { ProfileForm } from "./_components/profile-form";
import { SessionsTable } from "./_components/sessions-table";
import { TwoStep } from "./_components/two-step";
import { WaysToSignIn } from "./_components/ways-to-sign-in";

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const [t, me, sessions, methods, notices] = await Promise.all([
    getTranslations("settings"),
    read(whoAmI, {}),
    read(mySessions, {}),
    read(mySignInMethods, {}),
    read(getNoticeSettings, {}),
  ]);
  const isMember = me.memberships.length > 0;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <LinkButton href="/me/activity" variant="secondary">
          {t("activity")}
        </LinkButton>
      }
    >
      <Section title={t("you.title")} id="you">
        <ProfileForm name={me.person?.name ?? ""} version={me.person?.version ?? ""} />
      </Section>
      <Section
        title={t("notices.title")}
        lead={t("notices.lead")}
        id="notices"
        actions={<TextLink href="/me/inbox">{t("notices.inbox")}</TextLink>}
      >
        <NoticeSettingsForm
          settings={notices.items}
          version={notices.version}
          email={methods.email}
          isMember={isMember}
        />
      </Section>
      <Section
        title={t("organisations.title")}
        actions={
          isMember && (
            <LinkButton href="/me/organisations/new" variant="secondary">
              {t("organisations.signUp")}
            </LinkButton>
          )
        }
      >
        <Organisations memberships={me.memberships} />
      </Section>
      <Section title={t("methods.title")}>
        <WaysToSignIn
          email={methods.email}
          linked={methods.providers}
          providers={signInSettings().providers}
        />
      </Section>
      <Section title={t("twoStep.title")} lead={t("twoStep.section")} id="two-step">
        <TwoStep since={methods.secondStepSince} />
      </Section>
      <Section title={t("devices.title")} lead={t("devices.lead")} id="devices">
        <SessionsTable sessions={sessions.items} />
      </Section>
      <Section title={t("export.title")} lead={t("export.lead")} id="data">
        <div>
          <LinkButton href="/me/settings/export" variant="secondary">
            {t("export.open")}
          </LinkButton>
        </div>
      </Section>
      <Section title={t("delete.section")} lead={t("delete.sectionLead")} id="delete">
        <div>
          <LinkButton href="/me/settings/delete" variant="secondary">
            {t("delete.open")}
          </LinkButton>
        </div>
      </Section>
    </Page>
  );
}
