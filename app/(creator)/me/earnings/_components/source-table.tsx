import { useLocale, useTranslations } from "next-intl";
import type { EarningsView, Source } from "@/app/_earnings/view";
import { LookKey } from "@/app/(creator)/me/_components/month-chart";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { percentString } from "@/ui/text/format";
import { MoneyText } from "@/ui/text/money";
import { NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

const SHOWN = 50;

/** Where it came from, the most first: platforms, or deals that lead to their page. */
export function SourceTable({ view }: { view: EarningsView }) {
  const t = useTranslations("creator.earnings");
  const locale = useLocale();
  const { currency, by, period } = view.shown;
  const more = view.sources.length - SHOWN;
  return (
    <>
      <Table caption={t(by === "deal" ? "byDeal" : "byPlatform")}>
        <THead>
          <Tr>
            <Th>{t(by)}</Th>
            <Th numeric>{t("months")}</Th>
            <Th numeric>{t("share")}</Th>
            <Th numeric>{t("earned")}</Th>
          </Tr>
        </THead>
        <TBody>
          {view.sources.slice(0, SHOWN).map((source, index) => (
            <Tr key={source.key}>
              <Td>
                <span className="inline-flex items-baseline gap-2.5">
                  <LookKey index={index < view.head.length ? index : view.head.length} />
                  <Name source={source} isDeal={by === "deal"} />
                </span>
              </Td>
              <Td numeric label={t("months")}>
                <NumberText
                  value={source.months}
                  figure={`me.earned_months:${currency}:${period}:${by}:${source.key}`}
                />
              </Td>
              <Td numeric label={t("share")}>
                {source.minor > 0n && view.totalMinor > 0n
                  ? percentString(source.minor, view.totalMinor, locale)
                  : "–"}
              </Td>
              <Td numeric label={t("earned")}>
                <MoneyText
                  money={{ currency, minor: source.minor }}
                  figure={`me.earned_from:${currency}:${period}:${by}:${source.key}`}
                />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {more > 0 && <p className="text-sm text-muted">{t("more", { n: more })}</p>}
    </>
  );
}

function Name({ source, isDeal }: { source: Source; isDeal: boolean }) {
  const t = useTranslations("creator.earnings");
  if (source.key === "") return t("noDeal");
  if (!isDeal) return <span translate="no">{source.name}</span>;
  return (
    <TextLink href={`/me/deals/${source.key}`} prefetch={false} translate="no">
      {source.name}
    </TextLink>
  );
}
