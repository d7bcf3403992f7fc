import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Shell } from "@/app/_shell/shell";
import { signInPath } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";

export async function generateMetadata() {
  const t = await getTranslations("creator.home");
  return { title: { template: "%s · Remit", default: t("title") } };
}

const PLACES = [
  "home",
  "terms",
  "handles",
  "works",
  "deals",
  "earnings",
  "statement",
  "keys",
  "settings",
] as const;

/** Sends nobody to sign in early; what a person may see is decided by each page's queries. */
export default async function CreatorLayout({ children }: { children: React.ReactNode }) {
  const [t, who] = await Promise.all([getTranslations("creator.nav"), viewer()]);
  if (who === null) redirect(await signInPath());
  const nav = PLACES.map((place) =>
    place === "home"
      ? { href: "/me", label: t(place), exact: true }
      : { href: `/me/${place}`, label: t(place) },
  );
  return (
    <Shell nav={nav} navLabel={t("label")}>
      {children}
    </Shell>
  );
}
