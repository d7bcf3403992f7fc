import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { InstanceHealth } from "@/modules/system/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { RelativeText } from "@/ui/text/numbers";
import { bytesText } from "./bytes-text";

type Health = z.output<typeof InstanceHealth>;
type Row = Readonly<{
  part: "database" | "worker" | "queue" | "mail" | "storage" | "disk" | "versions";
  well: boolean;
  seen: ReactNode;
}>;

/** One line per part of the instance: its state, the last measurement, its purpose. */
export function PartsTable({ health }: { health: Health }) {
  const t = useTranslations("operator.health");
  return (
    <Table caption={t("parts")}>
      <THead>
        <Tr>
          <Th>{t("part")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("seen")}</Th>
        </Tr>
      </THead>
      <TBody>
        {useRows(health).map(({ part, well, seen }) => (
          <Tr key={part}>
            <Td>
              <span className="font-medium">{t(`is.${part}`)}</span>
              <span className="block max-w-[46ch] text-sm text-muted">{t(`for.${part}`)}</span>
            </Td>
            <Td label={t("state")}>
              <Badge tone={well ? "good" : "bad"}>{t(well ? "well" : "needsHand")}</Badge>
            </Td>
            <Td label={t("seen")}>{seen}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function useRows(health: Health): readonly Row[] {
  const t = useTranslations("operator.health.found");
  const locale = useLocale();
  const { database, queue, deliveries, mail, storage, disk, versions, faults, at } = health;
  const alive = health.workers.filter((worker) => worker.alive);
  const since = queue.oldestWaitingSince;
  const exact = (text: string) => () => <span translate="no">{text}</span>;
  return [
    {
      part: "database",
      well: true,
      seen: t.rich("database", {
        ms: database.milliseconds,
        size: exact(bytesText(database.bytes, locale)),
      }),
    },
    {
      part: "worker",
      well: alive.length > 0,
      seen:
        alive[0] === undefined
          ? t("noWorker")
          : t.rich("workers", {
              n: alive.length,
              at: () => <RelativeText at={alive[0]?.startedAt ?? at} now={at} />,
            }),
    },
    {
      part: "queue",
      well: !(["queue", "givenUp", "deliveries"] as const).some((part) => faults.includes(part)),
      seen: (
        <>
          {t("queue", { waiting: queue.waiting, running: queue.running })}
          {since !== null && queue.waiting > 0 && (
            <span className="block text-sm text-muted">
              {t.rich("oldest", { at: () => <RelativeText at={since} now={at} /> })}
            </span>
          )}
          {queue.givenUp > 0 && (
            <span className="block text-sm text-refusal">{t("givenUp", { n: queue.givenUp })}</span>
          )}
          {deliveries.failed > 0 && (
            <span className="block text-sm text-refusal">{t("deliveries", { n: deliveries.failed })}</span>
          )}
          {deliveries.retrying > 0 && (
            <span className="block text-sm text-muted">{t("retrying", { n: deliveries.retrying })}</span>
          )}
        </>
      ),
    },
    {
      part: "mail",
      well: mail.state === "ok",
      seen:
        mail.state === "off"
          ? t("mailOff")
          : mail.builtIn
            ? t(mail.state === "ok" ? "mailbox" : "mailboxDown")
            : t.rich(mail.state === "ok" ? "mail" : "mailDown", { host: exact(mail.host ?? "") }),
    },
    {
      part: "storage",
      well: storage.state === "ok",
      seen: t(storage.state === "down" ? "storageDown" : storage.kind),
    },
    {
      part: "disk",
      well: !faults.includes("disk"),
      seen: t.rich("disk", {
        free: exact(bytesText(disk.free, locale)),
        total: exact(bytesText(disk.total, locale)),
      }),
    },
    {
      part: "versions",
      well: true,
      seen: (
        <span translate="no">
          Remit {versions.remit}, Node.js {versions.node}, PostgreSQL {database.version.split(" ")[0]}
        </span>
      ),
    },
  ];
}
