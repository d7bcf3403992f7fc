import { useTranslations } from "next-intl";
import type { z } from "zod";
import { PlatformName } from "@/app/_works/platform-name";
import type { WaitingShape } from "@/modules/earnings/schema";
import type { Handle } from "@/modules/handles/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { HandleBadge } from "./handle-badge";

type Waiting = z.output<typeof WaitingShape>;
type HandleView = z.output<typeof Handle>;

/** A person's handles; those not proved yet with the money that waits for the proof. */
export function HandleTable({
  handles,
  waiting,
}: {
  handles: readonly HandleView[];
  waiting: readonly Waiting[];
}) {
  const t = useTranslations("works.handles");
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("handle")}</Th>
          <Th>{t("platform")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("since")}</Th>
          <Th>{t("next")}</Th>
        </Tr>
      </THead>
      <TBody>
        {handles.map((handle) => (
          <Tr key={handle.id}>
            <Td label={t("handle")}>
              <TextLink href={`/me/handles/${handle.id}`} translate="no" className="font-medium break-all">
                {handle.shownName}
              </TextLink>
            </Td>
            <Td label={t("platform")}>
              <PlatformName platform={handle.platform} />
            </Td>
            <Td label={t("state")}>
              <HandleBadge state={handle.state} />
              <WaitingMoney waiting={waiting.filter((one) => one.handleId === handle.id)} />
            </Td>
            <Td label={t("since")}>
              <DateText at={handle.verifiedAt ?? handle.createdAt} />
            </Td>
            <Td label={t("next")}>
              <NextStep handle={handle} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function NextStep({ handle }: { handle: HandleView }) {
  const t = useTranslations("works.next");
  if (handle.state !== "pending" && handle.state !== "disputed")
    return <span className="text-muted">{t(handle.state)}</span>;
  return (
    <TextLink href={`/me/handles/${handle.id}#prove`}>
      {t(handle.state)}
      <span className="sr-only" translate="no">
        : {handle.shownName}
      </span>
    </TextLink>
  );
}

function WaitingMoney({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useTranslations("works.handles");
  return waiting.map(({ handleId, amount }) => (
    <span key={amount.currency} className="block text-sm text-waiting">
      {t.rich("waiting", {
        amount: () => <MoneyText money={amount} figure={`handle.waits:${handleId}:${amount.currency}`} />,
      })}
    </span>
  ));
}
