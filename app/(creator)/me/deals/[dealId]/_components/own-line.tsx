import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page";
import { myLineInDeal } from "@/modules/allocation/queries/own-share";
import type { MyDealDetail } from "@/modules/deals/contributor-schema";
import { LinkButton } from "@/ui/button";
import { MoneyText } from "@/ui/money";
import { NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Stat, Stats } from "@/ui/stat";

/** What of this deal is the reader's: once it is sealed, their amount and the way to its explanation. */
export async function OwnLine({ deal }: { deal: MyDealDetail }) {
  const [t, line] = await Promise.all([
    getTranslations("touching.deal"),
    deal.sealedAt === null ? null : read(myLineInDeal, { dealId: deal.id }),
  ]);
  if (line === null)
    return (
      <Section title={t("line")}>
        <p className="text-muted">{t(deal.sealedAt === null ? "lineLater" : "lineNone")}</p>
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
        <Stats>
          <Stat
            label={t(`yours.${line.standing}`)}
            tone={line.standing === "posted" ? "good" : "waiting"}
            value={<MoneyText money={line.amount} />}
          />
          <Stat
            label={t("items")}
            value={<NumberText value={line.lines.reduce((sum, own) => sum + BigInt(own.rows), 0n)} />}
          />
        </Stats>
      )}
    </Section>
  );
}
