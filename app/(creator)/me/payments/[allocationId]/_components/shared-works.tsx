import { useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { BpsText } from "@/ui/text/numbers";
import { named } from "../../../_components/named";

type Split = PaymentWire["splits"][number];

/** One part of what a work of several authors earned; two with the same share look alike. */
export const jointFigure = (
  { allocationId }: PaymentWire,
  { workId, shareBps, contributor }: Split,
): string => `joint.part:${allocationId}:${workId}:${shareBps}:${contributor}`;

/** Shared works: the amount that each earned and how its authors divide it today. */
export function SharedWorks({ payment }: { payment: PaymentWire }) {
  const t = useTranslations("payments.splits");
  if (payment.splits.length === 0) return null;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Table caption={t("table")}>
        <THead>
          <Tr>
            <Th>{t("work")}</Th>
            <Th>{t("who")}</Th>
            <Th numeric>{t("split")}</Th>
            <Th numeric>{t("earned")}</Th>
            <Th numeric>{t("amount")}</Th>
          </Tr>
        </THead>
        <TBody>
          {payment.splits.map((split, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of facts; two co-authors may look alike
            <Tr key={index}>
              <Td label={t("work")}>
                <span translate="no">{split.workTitle ?? split.workId}</span>
                <span className="block text-sm text-muted">
                  {t.rich("under", { name: named(split.contributor) })}
                </span>
              </Td>
              <Td label={t("who")}>
                <Who split={split} pending={payment.postedAt === null} />
              </Td>
              <Td numeric label={t("split")}>
                <BpsText bps={split.shareBps} />
              </Td>
              <Td numeric label={t("earned")}>
                <MoneyText
                  money={split.work}
                  figure={`joint.work:${payment.allocationId}:${split.workId}:${split.contributor}`}
                />
              </Td>
              <Td numeric label={t("amount")}>
                <MoneyText
                  money={split.amount}
                  figure={jointFigure(payment, split)}
                  className={split.who === "you" ? "text-accent" : ""}
                />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}

function Who({ split, pending }: { split: Split; pending: boolean }) {
  const t = useTranslations("payments.splits");
  if (split.who === "pending") return <span className="text-waiting">{t("waiting")}</span>;
  const after = split.held && !pending ? "letGo" : pending ? "latePending" : "late";
  return (
    <>
      {t(split.who)}
      {split.late && <span className="block text-sm text-muted">{t(after)}</span>}
    </>
  );
}
