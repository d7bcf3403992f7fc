import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { unreadCount } from "@/modules/notices/inbox/queries";
import { buttonClass } from "@/ui/button/button";

const SHOWN_MAX = 99;

/** The way to the inbox, with how much there is unread: for the header of every page of somebody signed in. */
export async function InboxLink() {
  const [t, { unread }] = await Promise.all([getTranslations("notices"), read(unreadCount, {})]);
  const shown = unread > SHOWN_MAX ? `${SHOWN_MAX}+` : String(unread);
  return (
    <Link
      href="/me/inbox"
      aria-label={t("link", { n: unread, shown })}
      className={`${buttonClass("secondary", "sm")} relative max-sm:px-2.5`}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="size-4 fill-none stroke-current"
        strokeWidth="1.4"
      >
        <path
          d="M1.7 9.5 3.6 3h8.8l1.9 6.5V13H1.7z M1.7 9.5h3.6l.9 1.6h3.6l.9-1.6h3.6"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 && (
        <span aria-hidden="true" className="text-xs font-semibold text-accent tabular-nums">
          {shown}
        </span>
      )}
    </Link>
  );
}
