import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

export const metadata: Metadata = { robots: { index: false } };

/** The frame of the demo world's other websites: plainly not Remit, with the way back to it. */
export default async function DemoSiteLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslations("demosite");
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only rounded bg-ink px-4 py-2 text-paper focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        {t("skip")}
      </a>
      <header className="border-b border-rule bg-waiting-wash text-sm text-waiting">
        <div className="mx-auto flex w-full max-w-3xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
          <p>{t("frame")}</p>
          <Link href="/me/handles" className="rounded py-1 font-medium underline">
            {t("back")}
          </Link>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-3xl flex-1 px-4 pt-8 pb-16 outline-none sm:px-6"
      >
        {children}
      </main>
    </div>
  );
}
