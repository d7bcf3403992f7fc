import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { listNotices } from "@/modules/notices/inbox/queries";
import { NOTICE_TOPICS as TOPICS, type NoticeTopic as Topic } from "@/modules/notices/schema";
import { LinkButton } from "@/ui/button/button";
import { cx } from "@/ui/cx";
import { Empty } from "@/ui/page/empty";
import { Pager } from "@/ui/table/pager";
import { NoticeList } from "./notice-list";

export type InboxSearch = Readonly<{ show?: string; topic?: string; cursor?: string }>;

/** Notices behind their filters, all in the address: which are shown, about what, from where on. */
export async function Inbox({
  path,
  search,
  topics,
  organisationId,
}: {
  path: string;
  search: InboxSearch;
  /** Topics that can be chosen here. */
  topics: readonly Topic[];
  organisationId?: string;
}) {
  const t = await getTranslations("notices");
  const unread = search.show === "unread";
  const topic = TOPICS.find((known) => known === search.topic);
  const { cursor } = search;
  const page = await read(listNotices, {
    ...(unread ? { unread: "true" as const } : {}),
    ...(topic === undefined ? {} : { topic }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(organisationId === undefined ? {} : { organisationId }),
  });
  const at = (change: Readonly<Record<string, string | undefined>>) =>
    hrefOf(path, { show: unread ? "unread" : undefined, topic, ...change });
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Choices
          label={t("show")}
          choices={[
            { label: t("all"), href: at({ show: undefined }), here: !unread },
            { label: t("unread"), href: at({ show: "unread" }), here: unread },
          ]}
        />
        <Choices
          label={t("about")}
          choices={[
            { label: t("anything"), href: at({ topic: undefined }), here: topic === undefined },
            ...topics.map((one) => ({
              label: t(`topics.${one}.name`),
              href: at({ topic: one }),
              here: one === topic,
            })),
          ]}
        />
      </div>
      {page.items.length === 0 ? (
        <Nothing unread={unread} topic={topic} path={path} organisationId={organisationId} />
      ) : (
        <div>
          <NoticeList notices={page.items} />
          <Pager
            nextHref={page.nextCursor && at({ cursor: page.nextCursor })}
            firstHref={cursor === undefined ? null : at({})}
          />
        </div>
      )}
    </div>
  );
}

function hrefOf(path: string, search: Readonly<Record<string, string | undefined>>): string {
  const kept = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}

type Choice = Readonly<{ label: string; href: string; here: boolean }>;

function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="-mx-1 overflow-x-auto px-1">
      <ul className="flex min-w-max gap-x-1 sm:min-w-0 sm:flex-wrap">
        {choices.map(({ label: name, href, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? "true" : undefined}
              className={cx(
                "flex min-h-9 items-center rounded px-2.5 whitespace-nowrap no-underline focus-visible:-outline-offset-2",
                here
                  ? "text-ink underline decoration-accent decoration-2 underline-offset-[6px]"
                  : "text-muted hover:bg-wash hover:text-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

async function Nothing({
  unread,
  topic,
  path,
  organisationId,
}: {
  unread: boolean;
  topic: Topic | undefined;
  path: string;
  organisationId: string | undefined;
}) {
  const t = await getTranslations("notices.empty");
  const showAll = (
    <LinkButton href={path} variant="secondary">
      {t("unreadAct")}
    </LinkButton>
  );
  if (topic !== undefined)
    return (
      <Empty title={t("topicTitle")} action={showAll}>
        {t("topicBody", { unread: unread ? "yes" : "no" })}
      </Empty>
    );
  if (unread)
    return (
      <Empty title={t("unreadTitle")} action={showAll}>
        {t("unreadBody")}
      </Empty>
    );
  return (
    <Empty
      title={t("title")}
      action={
        <LinkButton href="/me/settings#notices" variant="secondary">
          {t("act")}
        </LinkButton>
      }
    >
      {organisationId === undefined ? t("body") : t("organisationBody")}
    </Empty>
  );
}
