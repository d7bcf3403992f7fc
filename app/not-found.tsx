import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotHere } from "./_shell/not-here";
import { Shell } from "./_shell/shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.notHere");
  return { title: t("page") };
}

export default async function NotFound() {
  const t = await getTranslations("shell.nav");
  return (
    <Shell nav={[]} navLabel={t("main")}>
      <NotHere homeHref="/" />
    </Shell>
  );
}
