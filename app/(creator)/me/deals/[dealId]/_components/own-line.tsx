import { useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/allocation/own-schema";
import { LinkButton } from "@/ui/button";
import { MoneyText } from "@/ui/money";
import { NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Stat, Stats } from "@/ui/stat";

/** What of this deal is the reader's: once it is sealed, their amount and the way to its explanation. */
export function OwnLine({ line, sealed }: { line: PaymentWire | null; sealed: boolean }) {
  const t = useTranslations("touching.deal");
  if (line === null)
    return (
      <Section title={t("line")}>
        <p className="text-muted">{t(sealed ? "lineNone" : "lineLater")}</p>
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
