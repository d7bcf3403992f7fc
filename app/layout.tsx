import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { ClientMessages } from "./_i18n/client-messages";
import { faces } from "./fonts";

export const metadata: Metadata = {
  title: { template: "%s · Remit", default: "Remit: set the terms for your words, and get paid" },
  description: "Where the people whose words train AI models set the terms, and get paid.",
  applicationName: "Remit",
  manifest: "/manifest.webmanifest",
  icons: {
    icon: [
      { url: "/favicon.ico", sizes: "32x32" },
      { url: "/icon.svg", type: "image/svg+xml" },
    ],
    apple: "/apple-touch-icon.png",
  },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#191816" },
  ],
};

/** The chosen theme is in a cookie, so the first byte has it and nothing flashes; without one the system decides. */
export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const chosen = (await cookies()).get("theme")?.value;
  const theme = chosen === "light" || chosen === "dark" ? chosen : undefined;
  return (
    <html lang={await getLocale()} data-theme={theme} className={faces}>
      <body className="min-h-dvh font-sans">
        <ClientMessages namespaces={[]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
