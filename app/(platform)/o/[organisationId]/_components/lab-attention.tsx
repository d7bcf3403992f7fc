import { getTranslations } from "next-intl/server";
import type { AttentionItem } from "@/app/_shell/attention";
import type { DealView } from "@/modules/deals/schema/deal";
import { MoneyText } from "@/ui/text/money";

/** What waits for a lab: a deal to accept, a cancellation to answer, a price to pay. */
export async function labAttention(base: string, deals: readonly DealView[]): Promise<AttentionItem[]> {
  const t = await getTranslations("deals.home.attention");
  return deals.flatMap((deal) => {
    const word = wordOf(deal);
    if (word === null) return [];
    return [
      {
        key: deal.id,
        href: `${base}/${deal.id}`,
        act: t(`${word}Act`),
        text: t.rich(word, {
          money: () => <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />,
          title: deal.title,
          platform: deal.platform.name,
          name: (chunks) => (
            <span translate="no" className="font-medium">
              {chunks}
            </span>
          ),
        }),
      },
    ];
  });
}

function wordOf(deal: DealView): "accept" | "answerCancel" | "pay" | null {
  if (deal.allowedActs.includes("accept") && deal.licenseeAnswer.state === "waiting") return "accept";
  if (deal.allowedActs.includes("agree_cancel")) return "answerCancel";
  return deal.state === "sealed" && deal.cancellation === null ? "pay" : null;
}
