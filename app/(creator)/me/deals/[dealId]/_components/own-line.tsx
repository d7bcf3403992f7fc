import { useTranslations } from "next-intl";
import { sumOf } from "@/kernel/sum";
import type { MyDealDetail } from "@/modules/deals/schema/contributor";
import type { EstimateWire, PaymentWire } from "@/modules/earnings/schema";
import { LinkButton } from "@/ui/button/button";
import { Stat, Stats } from "@/ui/chart/stat";
import { Section } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";
import { InstantText, NumberText } from "@/ui/text/numbers";

type Props = {
  deal: MyDealDetail;
  line: PaymentWire | null;
  estimate: EstimateWire | null;
  preparing: boolean;
};

/** What of this deal is the reader's: an estimate where a preview exists; once it is sealed, their amount and the way to its explanation. */
export function OwnLine({ deal, line, estimate, preparing }: Props) {
  const t = useTranslations("touching.deal");
  if (line === null)
    return (
      <Section title={t("line")}>
        {deal.sealedAt !== null ? (
          <p className="text-muted">{t(preparing ? "linePreparing" : "lineNone")}</p>
        ) : deal.state === "cancelled" ? (
          <p className="text-muted">{t("lineCancelled")}</p>
        ) : estimate === null ? (
          <p className="text-muted">{t("lineLater")}</p>
        ) : (
          <Estimated deal={deal} estimate={estimate} />
        )}
      </Section>
    );
  const refused = line.lines.length > 0 && line.lines.every((own) => own.outcome === "floor_not_met");
  return (
    <Section
      title={t("line")}
      actions={
        <LinkButton href={`/me/payments/${line.allocationId}`} variant="secondary">
          {t("explain")}
        </LinkButton>
      }
    >
      {refused ? (
        <p>{t("lineFloor")}</p>
      ) : (
        <>
          <Stats>
            <Stat
              label={t(`yours.${line.standing}`)}
              tone={line.standing === "posted" ? "good" : "waiting"}
              value={<MoneyText money={line.amount} figure={`payment.amount:${line.allocationId}`} />}
            />
            <Stat
              label={t("items")}
              value={
                <NumberText
                  value={sumOf(line.lines, (own) => BigInt(own.rows))}
                  figure={`payment.rows:${line.allocationId}`}
                />
              }
            />
          </Stats>
          {line.amount.minor === "0" && <p className="mt-4 text-muted">{t("lineEmpty")}</p>}
        </>
      )}
    </Section>
  );
}

/** An estimate with its basis. A contributor who objected since then sees no amount: they have refused that money. */
function Estimated({ deal, estimate }: { deal: MyDealDetail; estimate: EstimateWire }) {
  const t = useTranslations("touching.deal.estimate");
  const { standing } = estimate;
  const about = {
    made: () => <InstantText at={estimate.madeAt} />,
    asOf: () => <InstantText at={estimate.asOf} />,
    n: Number(estimate.items),
    all: Number(estimate.manifestItems),
  };
  if (deal.choice.choice === "object") return <p className="text-muted">{t("objected")}</p>;
  if (standing !== "in")
    return (
      <p className="max-w-[68ch]">
        {t.rich(standing, about)} <span className="text-muted">{t.rich("basis", about)}</span>
      </p>
    );
  return (
    <>
      <Stats>
        <Stat
          label={t("label")}
          tone="waiting"
          value={t.rich("about", {
            amount: () => <MoneyText money={estimate.amount} figure={`estimate.amount:${deal.id}`} />,
          })}
        />
        <Stat
          label={t("items")}
          value={<NumberText value={estimate.items} figure={`estimate.items:${deal.id}`} />}
        />
      </Stats>
      <p className="mt-4 max-w-[68ch] text-muted">
        {t.rich("in", about)} {t.rich("basis", about)}
      </p>
    </>
  );
}
