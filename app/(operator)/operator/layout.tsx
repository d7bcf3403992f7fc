import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Shell } from "@/app/_shell/shell";
import { signInPath } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { SECOND_STEP_PAGE } from "@/app/_web/sign-in/waiting-sign-in";

export async function generateMetadata(): Promise<Metadata> {
  const [t, who] = await Promise.all([getTranslations("operator"), viewer()]);
  if (who !== null && !who.isOperator) notFound();
  return { title: { template: `%s · ${t("context")} · Remit`, default: t("context") } };
}

const NAV = [
  { href: "/operator", word: "home", exact: true },
  { href: "/operator/parties", word: "parties" },
  { href: "/operator/deals", word: "funding" },
  { href: "/operator/disputes", word: "disputes" },
  { href: "/operator/books", word: "books" },
  { href: "/operator/jobs", word: "jobs" },
  { href: "/operator/audit", word: "audit" },
  { href: "/operator/health", word: "health" },
] as const;

/** Frames the operator's pages; each page's queries check the operator again. */
export default async function OperatorLayout({ children }: { children: React.ReactNode }) {
  const who = await viewer();
  if (who === null) redirect(await signInPath());
  if (who.needsSecondStep) redirect(SECOND_STEP_PAGE);
  if (!who.isOperator) notFound();
  const t = await getTranslations("operator");
  const nav = NAV.map(({ word, ...item }) => ({ ...item, label: t(`nav.${word}`) }));
  return (
    <Shell nav={nav} navLabel={t("context")} context={t("context")}>
      {children}
    </Shell>
  );
}
