import { getTranslations } from "next-intl/server";
import { markAllRead } from "@/app/_notices/actions";
import { Inbox, type InboxSearch } from "@/app/_notices/inbox";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { unreadCount } from "@/modules/notices/inbox/queries";
import { NOTICE_TOPICS } from "@/modules/notices/schema";
import { Button, LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";

export async function generateMetadata() {
  const [t, { unread }] = await Promise.all([getTranslations("notices"), read(unreadCount, {})]);
  return { title: unread === 0 ? t("title") : t("titleUnread", { n: unread > 99 ? "99+" : String(unread) }) };
}

/** All notices of a person, in every role they have here: creator, member of an organisation, operator. */
export default async function InboxPage({ searchParams }: { searchParams: Promise<InboxSearch> }) {
  const [t, search, { unread }, who] = await Promise.all([
    getTranslations("notices"),
    searchParams,
    read(unreadCount, {}),
    viewer(),
  ]);
  const isMember = (who?.memberships.length ?? 0) > 0;
  const topics = NOTICE_TOPICS.filter((topic) => isMember || !["organisation", "failures"].includes(topic));
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <>
          {unread > 0 && (
            <form action={markAllRead}>
              <Button variant="secondary">{t("readAll")}</Button>
            </form>
          )}
          <LinkButton href="/me/settings#notices" variant="quiet">
            {t("settings")}
          </LinkButton>
        </>
      }
    >
      <Inbox path="/me/inbox" search={search} topics={topics} />
    </Page>
  );
}
