import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";

/** What a work can and cannot earn for somebody who has proved no name, and how to prove that they wrote it. */
export function CannotEarn() {
  const t = useTranslations("works.earning");
  return (
    <Banner
      tone="waiting"
      title={t("title")}
      action={
        <LinkButton href="/me/handles#claim" variant="secondary" size="sm">
          {t("action")}
        </LinkButton>
      }
    >
      <p>{t("text")}</p>
      <p className="mt-2">{t("ways")}</p>
      <ul className="ml-5 list-disc">
        {(["domain", "platform", "coAuthor"] as const).map((way) => (
          <li key={way}>{t(way)}</li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t("not")}</p>
    </Banner>
  );
}
