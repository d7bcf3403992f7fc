import { z } from "zod";
import { query } from "@/infra/verb/query";
import { sumOf } from "@/kernel/sum";
import { platformSums } from "@/modules/deals/doors/platform-sums";
import { dealPositions } from "@/modules/ledger/read/deal-positions";

const minor = z.string().meta({ description: "Minor units as decimal text." });
const Sum = z.object({ deals: z.number().int(), minor });

const PlatformMoney = z
  .object({
    currencies: z.array(
      z.object({
        currency: z.string(),
        /** Reported or in notice: the licensee has promised it, nothing is split for good. */
        agreed: Sum,
        /** Sealed: final, and still to be paid by the licensee. */
        expected: Sum,
        received: Sum,
        payableMinor: minor,
        unclaimedMinor: minor,
        heldMinor: minor,
        reserveMinor: minor,
        retainedMinor: minor,
        feeMinor: minor,
        /** Received and not split yet. */
        undividedMinor: minor,
      }),
    ),
  })
  .meta({
    id: "PlatformMoney",
    description: "A platform's money by currency. Expected and received are never added.",
  });
export type PlatformMoney = z.output<typeof PlatformMoney>;

/** The sums of a platform's deals: agreed, expected, and received according to the books. */
export const platformMoney = query({
  name: "allocation.platform_money",
  scope: "allocation:read",
  input: z.strictObject({ organisationId: z.string().min(1) }),
  output: PlatformMoney,
  async run({ actor }, { organisationId }) {
    const { sums: all, funded } = await platformSums(actor, organisationId);
    const sums = all.filter(({ state }) => state !== "draft" && state !== "cancelled"); // They come to nothing.
    const positions = await dealPositions(funded.map(({ id }) => id));
    const currencies = [...new Set([...sums, ...positions].map(({ currency }) => currency))].sort();
    const received = (currency: string) => {
      const paid = funded.filter((deal) => deal.currency === currency);
      return {
        deals: paid.length,
        minor: String(sumOf(paid, (deal) => deal.grossMinor)),
      };
    };
    return {
      currencies: currencies.map((currency) => {
        const inState = (...states: string[]) => {
          const of = sums.filter((sum) => sum.currency === currency && states.includes(sum.state));
          return {
            deals: of.reduce((total, sum) => total + sum.deals, 0),
            minor: String(sumOf(of, (sum) => sum.grossMinor)),
          };
        };
        const on = (...accounts: string[]) =>
          String(
            sumOf(
              positions.filter(
                (position) => position.currency === currency && accounts.includes(position.account),
              ),
              (position) => -position.minor,
            ),
          );
        return {
          currency,
          agreed: inState("reported", "noticed"),
          expected: inState("sealed"),
          received: received(currency),
          payableMinor: on("payable", "in_transit"),
          unclaimedMinor: on("unclaimed"),
          heldMinor: on("held"),
          reserveMinor: on("reserve"),
          retainedMinor: on("platform_retained"),
          feeMinor: on("operator_fee"),
          undividedMinor: on("deal_pool"),
        };
      }),
    };
  },
});
