/** What holders have on their accounts, deal by deal, for the capabilities that move it. */
export {
  amountsOf,
  broughtByCauses,
  causesTouching,
  type DealAmount,
} from "../repository/holder-amounts";
export { type HeldSince, heldByDeal, heldSince } from "../repository/holders";
/** Taken before amounts are read to be moved: two transactions cannot take the same money. */
export { lockHolders } from "../repository/posting";
