"use client";
import "./globals.css";
import { NextIntlClientProvider } from "next-intl";
import { Broken, type Fault } from "@/app/_shell/refused/broken.client";
import german from "@/messages/de/ui.json";
import english from "@/messages/en/ui.json";

/** The root layout failed, so this is a document of its own, and asks the browser which language to use. */
export default function GlobalError(fault: Fault) {
  const chosen = typeof document === "undefined" ? "" : /locale=(\w+)/.exec(document.cookie)?.[1];
  const locale = (chosen || (typeof navigator === "undefined" ? "en" : navigator.language)).startsWith("de")
    ? "de"
    : "en";
  const ui = locale === "de" ? german : english;
  return (
    <html lang={locale} suppressHydrationWarning>
      <body className="min-h-dvh font-sans">
        <title>{`${ui.broken.title} · Remit`}</title>
        <NextIntlClientProvider locale={locale} messages={{ ui: { broken: ui.broken } }}>
          <main id="main" className="mx-auto max-w-5xl px-4 py-12 sm:px-6">
            <Broken {...fault} homeHref="/" />
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
