import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";

/** Nothing to show: because nothing is there yet, or because nothing fits what was asked. */
export function NoDeals({ filtered }: { filtered: boolean }) {
  const t = useTranslations("touching.empty");
  if (filtered)
    return (
      <Empty
        title={t("filtered")}
        action={
          <LinkButton href="/me/deals" variant="secondary">
            {t("all")}
          </LinkButton>
        }
      >
        {t("filteredText")}
      </Empty>
    );
  return (
    <Empty title={t("title")} action={<LinkButton href="/me/handles">{t("action")}</LinkButton>}>
      {t("text")}
    </Empty>
  );
}
