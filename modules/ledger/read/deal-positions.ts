import { type Position, positionsOf } from "../repository/books";

/**
 * Where the money of deals stands now, account by account and currency by currency, in minor units: above zero debit,
 * below zero credit. Empty until a funding is posted. The caller has checked that the deals are its reader's to see.
 */
export async function dealPositions(dealIds: readonly string[]): Promise<readonly Position[]> {
  return dealIds.length === 0 ? [] : positionsOf(dealIds);
}
