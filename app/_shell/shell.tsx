import Link from "next/link";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { InboxLink } from "@/app/_notices/inbox-link";
import { isDemo, type Viewer, viewer } from "@/app/_web/page/viewer";
import { LinkButton } from "@/ui/button/button";
import { ConfirmingProvider } from "./confirming.client";
import { ContactLink } from "./contact-link";
import { AccountMenu } from "./menu/account-menu";
import { LanguageChoice } from "./menu/language-choice";
import { ThemeChoice } from "./menu/theme-choice";
import { type NavItem, NavLinks } from "./nav-links.client";
import { PaletteButton } from "./palette/palette-button.client";
import { paletteWords } from "./palette/palette-words";
import { NotUnderstood } from "./refused/not-understood.client";
import { Tour } from "./tour/tour";

/** The frame around every page: skip link, who is looking, where one can go, the content, the small print. */
export async function Shell({
  nav,
  navLabel,
  context,
  children,
}: {
  nav: readonly NavItem[];
  navLabel: string;
  /** The owner of these pages, shown next to the wordmark: an organisation's name, or "Operator". */
  context?: string;
  children: React.ReactNode;
}) {
  const [who, t] = await Promise.all([viewer(), getTranslations("shell")]);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only rounded bg-ink px-4 py-2 text-paper focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        {t("skip")}
      </a>
      <header data-shell className="border-b border-rule">
        {isDemo() && <Ribbon who={who} />}
        <div className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 px-4 pt-3 sm:px-6">
          <div className="flex min-w-0 items-baseline gap-3">
            <Link
              href="/"
              className="rounded font-serif text-xl font-semibold tracking-tight text-ink no-underline hover:text-accent"
            >
              <span translate="no">Remit</span>
            </Link>
            {context && (
              <span translate="no" className="min-w-0 truncate text-muted max-[26rem]:hidden" title={context}>
                <span aria-hidden="true" className="mr-3 text-rule-strong">
                  /
                </span>
                {context}
              </span>
            )}
          </div>
          <div className="flex shrink-0 items-center gap-2">
            <PaletteButton words={await paletteWords(who !== null)} />
            {who !== null && <InboxLink />}
            <Right who={who} />
          </div>
        </div>
        <NavLinks items={nav} label={navLabel} />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 pt-8 pb-16 outline-none sm:px-6 sm:pt-10"
      >
        <NotUnderstood />
        {who === null ? (
          children
        ) : (
          <ConfirmingProvider personId={who.person.id}>{children}</ConfirmingProvider>
        )}
      </main>
      <Footer />
    </div>
  );
}

function Right({ who }: { who: Viewer | null }) {
  const t = useTranslations("shell");
  if (who === null) {
    return (
      <LinkButton href="/sign-in" variant="secondary" size="sm">
        {t("signIn")}
      </LinkButton>
    );
  }
  return <AccountMenu who={who} />;
}

function Ribbon({ who }: { who: Viewer | null }) {
  const t = useTranslations("shell");
  return (
    <div data-ribbon className="border-b border-rule bg-waiting-wash text-sm text-waiting">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-6 px-4 py-1 sm:px-6">
        <p>{t("demo")}</p>
        <Tour who={who} />
      </div>
    </div>
  );
}

const ABOUT = [
  { href: "/", word: "what" },
  { href: "/docs/api", word: "api" },
  { href: "/docs/recompute", word: "recompute" },
] as const;

function Footer() {
  const t = useTranslations("shell.footer");
  return (
    <footer data-shell className="border-t border-rule">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 text-sm text-muted sm:px-6">
        <nav aria-label={t("label")} className="flex flex-wrap gap-x-6 gap-y-2">
          {ABOUT.map(({ href, word }) => (
            <Link key={href} href={href} className="py-1 hover:text-ink hover:underline">
              {t(word)}
            </Link>
          ))}
          <ContactLink className="py-1 hover:text-ink hover:underline">{t("contact")}</ContactLink>
          <span className="py-1">{t("utc")}</span>
        </nav>
        <div className="-mx-2 flex flex-wrap items-center gap-x-8 gap-y-2">
          <LanguageChoice />
          <ThemeChoice />
        </div>
      </div>
    </footer>
  );
}
