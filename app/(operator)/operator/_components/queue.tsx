import { useTranslations } from "next-intl";
import { kindText } from "@/kernel/job-kinds";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { MoneyText } from "@/ui/text/money";
import { RelativeText } from "@/ui/text/numbers";
import { HeldText } from "../disputes/seats/_components/held-text";
import type { QueueItem } from "./queue-of";

/** One list, ordered by urgency: what it is, how long it waits, and the one act that ends it. */
export function Queue({ items, now }: { items: readonly QueueItem[]; now: string }) {
  const t = useTranslations("operator.queue");
  if (items.length === 0) return <Empty title={t("calm")}>{t("calmWhy")}</Empty>;
  return (
    <ul className="border-t border-rule" aria-label={t("label")}>
      {items.map((item, index) => (
        <li
          key={item.key}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3.5"
        >
          <div className="flex min-w-0 flex-1 basis-80 items-start gap-3">
            <span
              aria-hidden="true"
              className={`mt-2 size-2 shrink-0 rounded-full ${item.urgent ? "bg-refusal" : "bg-waiting"}`}
            />
            <div className="min-w-0">
              <p className="font-medium break-words">
                <span className="sr-only">{t(item.urgent ? "urgent" : "waiting")}: </span>
                <Title item={item} />
              </p>
              <p className="text-sm break-words text-muted">
                <Why item={item} />
                {item.since !== null && (
                  <>
                    {" · "}
                    {t.rich("since", { at: () => <RelativeText at={item.since ?? now} now={now} /> })}
                  </>
                )}
              </p>
            </div>
          </div>
          <LinkButton
            href={item.href}
            variant={index === 0 ? "primary" : "secondary"}
            size="sm"
            className="ml-5"
          >
            {t(`act.${item.kind}`)}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

function Title({ item }: { item: QueueItem }) {
  const t = useTranslations("operator.queue");
  const jobs = useTranslations("jobs");
  const name = (text: string) => () => <span translate="no">{text}</span>;
  switch (item.kind) {
    case "health":
      return t(`health.${item.part}.title`);
    case "unbalanced":
      return t("unbalanced.title", { currency: item.currency });
    case "handleDispute":
      return t.rich("handleDispute.title", {
        handle: name(item.dispute.name),
        platform: name(item.dispute.platform.name),
        n: item.dispute.claimants.length,
      });
    case "heldSeat":
      return t.rich("heldSeat.title", {
        work: name(item.seat.work.title),
        money: () => <HeldText {...item.seat} />,
      });
    case "dealDispute":
    case "fund":
    case "posting":
    case "cancellation":
      return t.rich(`${item.kind}.title`, {
        platform: name(item.deal.platform.name),
        deal: name(item.deal.title),
        licensee: name(item.deal.licensee.name),
        money: () => <MoneyText money={item.deal.gross} figure={`deal.gross:${item.deal.id}`} />,
      });
    case "job":
      return t("job.title", { kind: kindText(jobs, item.job.kind) });
    case "verify":
      return t.rich("verify.title", { organisation: name(item.organisation.name) });
  }
}

function Why({ item }: { item: QueueItem }) {
  const t = useTranslations("operator.queue");
  const kinds = useTranslations("operator.kind");
  switch (item.kind) {
    case "health":
      return t(`health.${item.part}.why`);
    case "unbalanced":
    case "handleDispute":
    case "posting":
      return t(`${item.kind}.why`);
    case "heldSeat":
      return t(`heldSeat.why.${item.seat.why}`);
    case "dealDispute":
      return <span translate="no">{item.deal.disputeReason ?? t("dealDispute.noReason")}</span>;
    case "cancellation":
      return <span translate="no">{item.deal.cancellation?.reason}</span>;
    case "fund":
      return t.rich("fund.why", {
        deal: () => <span translate="no">{item.deal.title}</span>,
        platform: () => <span translate="no">{item.deal.platform.name}</span>,
      });
    case "job":
      return (
        <span lang="en" translate="no">
          {item.job.error?.message ?? ""}
        </span>
      );
    case "verify":
      return (
        <>
          {kinds(item.organisation.kind)}
          {item.organisation.host !== null && (
            <>
              {" · "}
              <span translate="no">{item.organisation.host}</span>
            </>
          )}
        </>
      );
  }
}
