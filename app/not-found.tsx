import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NotHere } from "@/app/_shell/refused/not-here.client";
import { pageCall } from "@/app/_web/page/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ui.notHere"))("page") };
}

/**
 * Where a layout itself says "not found": Next then has no metadata, and the title is written here. Next makes this with every
 * page, shown or not: so it asks for nothing.
 */
export default async function NotFound() {
  return (
    <>
      <title>{`${(await getTranslations("ui.notHere"))("page")} · Remit`}</title>
      <header data-shell className="border-b border-rule">
        <div className="mx-auto w-full max-w-6xl px-4 py-3 sm:px-6">
          <Link
            href="/"
            className="rounded font-serif text-xl font-semibold tracking-tight text-ink no-underline hover:text-accent"
          >
            <span translate="no">Remit</span>
          </Link>
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 pt-8 pb-16 sm:px-6 sm:pt-10">
        <NotHere to="home" requestId={(await pageCall()).requestId} />
      </main>
    </>
  );
}
