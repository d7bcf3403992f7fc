import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Shell } from "@/app/_shell/shell";
import { signInPath } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";

export const metadata: Metadata = { title: { template: "%s · Remit", default: "Your home" } };

const NAV = [
  { href: "/me", label: "Home", exact: true },
  { href: "/me/terms", label: "Terms" },
  { href: "/me/handles", label: "Handles" },
  { href: "/me/works", label: "Works" },
  { href: "/me/deals", label: "Deals" },
  { href: "/me/statement", label: "Statement" },
  { href: "/me/keys", label: "API keys" },
  { href: "/me/settings", label: "Settings" },
];

/** Sends nobody to sign in early; what a person may see is decided by each page's queries. */
export default async function CreatorLayout({ children }: { children: React.ReactNode }) {
  if ((await viewer()) === null) redirect(await signInPath());
  return (
    <Shell nav={NAV} navLabel="Your pages">
      {children}
    </Shell>
  );
}
