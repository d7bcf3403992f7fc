import { useTranslations } from "next-intl";
import type { HeldSeatWire } from "@/modules/settlement/held-seats-schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { BpsText, DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { SettleDialog } from "./settle-dialog";
import { waitsSince } from "./waits-since";

/** Seats that nobody can accept any more: whose they were, why, since when money is held, how much, and the decision. */
export function SeatsTable({ seats }: { seats: readonly HeldSeatWire[] }) {
  const t = useTranslations("operator.seats");
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("seat")}</Th>
          <Th>{t("why")}</Th>
          <Th>{t("since")}</Th>
          <Th numeric>{t("held")}</Th>
          <Th>
            <span className="sr-only">{t("acts")}</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {seats.map((seat) => (
          <SeatRow key={seat.authorId} seat={seat} />
        ))}
      </TBody>
    </Table>
  );
}

function SeatRow({ seat }: { seat: HeldSeatWire }) {
  const t = useTranslations("operator.seats");
  const share = () => <BpsText bps={seat.shareBps} />;
  return (
    <Tr>
      <Td>
        <span translate="no" className="font-medium">
          {seat.work.title}
        </span>
        <span className="block text-sm text-muted">
          {seat.name === null
            ? t.rich("nameless", { share })
            : t.rich("of", { name: () => <span translate="no">{seat.name}</span>, share })}
        </span>
      </Td>
      <Td label={t("why")}>
        {t.rich(seat.why, { at: () => <DateText at={seat.givenUpAt} /> })}
        <TextLink href={`/operator/audit?subject=${seat.work.id}`} className="block text-sm">
          {t("audit")}
        </TextLink>
      </Td>
      <Td label={t("since")}>
        <DateText at={waitsSince(seat)} />
      </Td>
      <Td numeric label={t("held")}>
        {seat.held.map((money) => (
          <MoneyText
            key={money.currency}
            money={money}
            figure={`seat.held:${seat.authorId}:${money.currency}`}
            className="block"
          />
        ))}
      </Td>
      <Td className="sm:text-right">
        <SettleDialog seat={seat} />
      </Td>
    </Tr>
  );
}
