"use client";
import "./globals.css";
import { Broken } from "./_shell/broken.client";

/** The root layout failed, so this is a document of its own. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body className="min-h-dvh font-sans">
        <title>This page could not be shown · Remit</title>
        <main id="main" className="mx-auto max-w-5xl px-4 py-12 sm:px-6">
          <Broken digest={error.digest} retry={reset} homeHref="/" />
        </main>
      </body>
    </html>
  );
}
