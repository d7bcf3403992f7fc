import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button/button";
import { TextLink } from "@/ui/text/text-link";

/** For an organisation without a deal: what a deal is here, in three steps, and the first of them. */
export function FirstDeal({ base, mayReport }: { base: string; mayReport: boolean }) {
  const t = useTranslations("deals.home.first");
  return (
    <section aria-labelledby="first-deal" className="border-t border-rule pt-6">
      <h2 id="first-deal" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-1 max-w-[62ch] text-muted">{t("lead")}</p>
      <ol className="mt-8 grid gap-8 md:grid-cols-3">
        {(["one", "two", "three"] as const).map((step, index) => (
          <li key={step} className="border-t-2 border-accent pt-4">
            <p aria-hidden="true" className="font-serif text-3xl text-accent tabular-nums">
              {index + 1}
            </p>
            <h3 className="mt-1 text-lg">{t(step)}</h3>
            <p className="mt-1 text-muted">{t(`${step}Text`)}</p>
          </li>
        ))}
      </ol>
      {mayReport && (
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton href={`${base}/deals/new`} size="lg">
            {t("start")}
          </LinkButton>
          <p className="text-muted">
            {t.rich("later", {
              team: (chunks) => <TextLink href={`${base}/team`}>{chunks}</TextLink>,
              settings: (chunks) => <TextLink href={`${base}/settings`}>{chunks}</TextLink>,
            })}
          </p>
        </div>
      )}
    </section>
  );
}
