import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Shell } from "@/app/_shell/shell";
import { signInPath } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";

export const metadata: Metadata = {
  title: { template: "%s · Operator · Remit", default: "Operator" },
};

const NAV = [
  { href: "/operator", label: "Home", exact: true },
  { href: "/operator/parties", label: "Parties" },
  { href: "/operator/deals", label: "Funding" },
  { href: "/operator/disputes", label: "Disputes" },
  { href: "/operator/books", label: "Books" },
  { href: "/operator/jobs", label: "Jobs" },
  { href: "/operator/audit", label: "Audit" },
];

/** Frames the operator's pages; each page's queries check the operator again. */
export default async function OperatorLayout({ children }: { children: React.ReactNode }) {
  const who = await viewer();
  if (who === null) redirect(await signInPath());
  if (!who.isOperator) notFound();
  return (
    <Shell nav={NAV} navLabel="Operator" context="Operator">
      {children}
    </Shell>
  );
}
