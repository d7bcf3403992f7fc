import { getTranslations } from "next-intl/server";
import { type ExampleShare, workedExample } from "@/modules/lookup/worked-example";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Definitions } from "@/ui/text/definition";
import { MicrosText, MoneyText } from "@/ui/text/money";
import { BpsText, NumberText } from "@/ui/text/numbers";
import { Mark } from "../../../_components/mark";

/** One deal of five people through all the rules, computed as the page is made. */
export async function WorkedExample() {
  const t = await getTranslations("docs.rules.example");
  const example = workedExample();
  const share = (bps: number) => ({ share: () => <BpsText bps={bps} /> });
  const line = (term: React.ReactNode, money: typeof example.gross) => ({
    term,
    value: <MoneyText money={money} figure="example" />,
  });
  const { rules } = example;
  return (
    <Section id="example" title={t("title")} lead={t("lead")}>
      <Definitions
        items={[
          line(t("gross"), example.gross),
          line(t("retained"), example.retained),
          line(t.rich("part", share(rules.contributorShareBps)), example.contributorsPart),
          line(t.rich("fee", share(rules.operatorFeeBps)), example.fee),
          line(t("pool"), example.pool),
          line(t.rich("reserve", share(rules.reserveBps)), example.reserve),
          line(t("distributable"), example.distributable),
          line(t.rich("cap", share(rules.capBps)), example.cap),
        ]}
      />
      <Table caption={t("caption")}>
        <THead>
          <Tr>
            <Th>{t("who")}</Th>
            <Th numeric>{t("tokens")}</Th>
            <Th numeric>{t("floor")}</Th>
            <Th numeric>{t("exact")}</Th>
            <Th numeric>{t("paid")}</Th>
            <Th>{t("why")}</Th>
          </Tr>
        </THead>
        <TBody>
          {example.shares.map((one) => (
            <Tr key={one.name}>
              <Td>
                <Mark className="font-medium">{one.name}</Mark>
              </Td>
              <Td numeric label={t("tokens")}>
                <NumberText value={one.tokens} figure="example" />
              </Td>
              <Td numeric label={t("floor")}>
                {one.floorMicros === null ? (
                  t("none")
                ) : (
                  <MicrosText figure="example" currency={example.currency} micros={one.floorMicros} />
                )}
              </Td>
              <Td numeric label={t("exact")}>
                {one.exact === null ? (
                  "–"
                ) : (
                  <MicrosText figure="example" currency={example.currency} micros={microsOf(one.exact)} />
                )}
              </Td>
              <Td numeric label={t("paid")}>
                <MoneyText money={one.paid} figure="example" />
              </Td>
              <Td label={t("why")}>
                <Why share={one} currency={example.currency} />
              </Td>
            </Tr>
          ))}
          <Tr className="font-medium">
            <Td>{t("sum")}</Td>
            <Td numeric />
            <Td numeric />
            <Td numeric />
            <Td numeric label={t("paid")}>
              <MoneyText money={example.paid} figure="example" />
            </Td>
            <Td>{t("sumWhy")}</Td>
          </Tr>
        </TBody>
      </Table>
    </Section>
  );
}

async function Why({ share, currency }: { share: ExampleShare; currency: string }) {
  const t = await getTranslations("docs.rules.example");
  switch (share.outcome) {
    case "capped":
      return t("capped");
    case "floor_not_met":
      return t.rich("refused", {
        needed: () => <MicrosText figure="example" currency={currency} micros={share.neededMicros ?? "0"} />,
      });
    case "paid":
      return share.leftover ? t("leftover") : t("cut");
  }
}

/** "2398.257541" has six decimals: without its point it is micros. */
const microsOf = (decimal: string) => decimal.replace(".", "");
