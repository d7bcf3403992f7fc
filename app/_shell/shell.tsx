import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type Viewer, viewer } from "@/app/_web/viewer";
import { LinkButton } from "@/ui/button";
import { AccountMenu } from "./account-menu";
import { type NavItem, NavLinks } from "./nav-links.client";
import { ThemeChoice } from "./theme-choice";

/** The frame around every page: skip link, who is looking, where one can go, the content, the small print. */
export async function Shell({
  nav,
  navLabel,
  context,
  children,
}: {
  nav: readonly NavItem[];
  navLabel: string;
  /** Whose pages these are, beside the wordmark: an organisation's name, "Operator". */
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
        {who?.demo && <Ribbon />}
        <div className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 px-4 pt-3 sm:px-6">
          <div className="flex min-w-0 items-baseline gap-3">
            <Link
              href="/"
              className="rounded font-serif text-xl font-semibold tracking-tight text-ink no-underline hover:text-accent"
            >
              Remit
            </Link>
            {context && (
              <span className="min-w-0 truncate text-muted" title={context}>
                <span aria-hidden="true" className="mr-3 text-rule-strong">
                  /
                </span>
                {context}
              </span>
            )}
          </div>
          <Right who={who} />
        </div>
        <NavLinks items={nav} label={navLabel} />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 pt-8 pb-16 outline-none sm:px-6 sm:pt-10"
      >
        {children}
      </main>
      <Footer />
    </div>
  );
}

function Right({ who }: { who: Viewer | null }) {
  if (who === null) {
    return (
      <LinkButton href="/sign-in" variant="secondary" size="sm">
        Sign in
      </LinkButton>
    );
  }
  return <AccountMenu who={who} />;
}

function Ribbon() {
  return (
    <p
      data-ribbon
      className="border-b border-rule bg-waiting-wash px-4 py-1 text-center text-sm text-waiting"
    >
      Demo world: the people, deals and money here are made up.
    </p>
  );
}

function Footer() {
  return (
    <footer data-shell className="border-t border-rule">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 text-sm text-muted sm:px-6">
        <nav aria-label="About" className="flex flex-wrap gap-x-6 gap-y-2">
          <Link href="/" className="py-1 hover:text-ink hover:underline">
            What Remit is
          </Link>
          <Link href="/docs/api" className="py-1 hover:text-ink hover:underline">
            API
          </Link>
          <Link href="/docs/recompute" className="py-1 hover:text-ink hover:underline">
            Recompute your share
          </Link>
          <span className="py-1">All times are UTC</span>
        </nav>
        <ThemeChoice />
      </div>
    </footer>
  );
}
