import { useTranslations } from "next-intl";
import type { GlanceWire } from "@/modules/consent/queries/terms-at-a-glance";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { MicrosText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";

type General = NonNullable<GlanceWire["general"]>;

/** What their terms say, as short as it can be said truly; the terms page has the whole. */
export function TermsSentence({ terms }: { terms: GlanceWire }) {
  const t = useTranslations("creator.home.terms");
  const { general, narrower } = terms;
  if (general === null && narrower === 0)
    return (
      <Empty title={t("emptyTitle")} action={<LinkButton href="/me/terms">{t("emptyAction")}</LinkButton>}>
        {t("emptyText")}
      </Empty>
    );
  return (
    <div className="max-w-[68ch]">
      {general !== null && (
        <>
          <p className="font-serif text-lg">
            <Stances general={general} />
            {general.limits !== null && t(general.limits)}
          </p>
          <p className="mt-1 text-sm text-muted">
            {t.rich("since", { date: () => <DateText at={general.effectiveFrom} /> })}
          </p>
        </>
      )}
      {narrower > 0 && <p className="mt-1 text-muted">{t("narrower", { n: narrower })}</p>}
    </div>
  );
}

function Stances({ general }: { general: General }) {
  const { open, closed } = general;
  const isSame = JSON.stringify(open) === JSON.stringify(closed);
  if (isSame) return <Stance of="both" said={open} currency={general.currency} />;
  return (
    <>
      <Stance of="open" said={open} currency={general.currency} />
      <Stance of="closed" said={closed} currency={general.currency} />
    </>
  );
}

function Stance({
  of,
  said,
  currency,
}: {
  of: "open" | "closed" | "both";
  said: General["open"];
  currency: string | null;
}) {
  const t = useTranslations("creator.home.terms");
  const price = () =>
    said.says === "priced" &&
    currency !== null && <MicrosText figure="price" currency={currency} micros={said.fromMicros} />;
  const most = () =>
    said.says === "priced" &&
    currency !== null && <MicrosText figure="price" currency={currency} micros={said.toMicros} />;
  return (
    <>
      {t(`for.${of}`)}{" "}
      <b className="font-semibold">
        {said.says === "priced" && said.fromMicros !== said.toMicros
          ? t.rich("says.pricedRange", { price, most })
          : t.rich(`says.${said.says}`, { price })}
      </b>
      .{" "}
    </>
  );
}
