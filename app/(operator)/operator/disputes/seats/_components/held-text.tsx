import { Fragment } from "react";
import type { HeldSeatWire } from "@/modules/settlement/held-seats-schema";
import { MoneyText } from "@/ui/text/money";

/** Amounts in several currencies, which are never added. */
export function HeldText({ held, authorId }: Pick<HeldSeatWire, "held" | "authorId">) {
  return held.map((money, index) => (
    <Fragment key={money.currency}>
      {index > 0 && " · "}
      <MoneyText money={money} figure={`seat.held:${authorId}:${money.currency}`} />
    </Fragment>
  ));
}
