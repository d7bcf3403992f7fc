import { type Position, positionsOf } from "./repository/books";

/**
 * Where the money of one deal stands now, account by account, in minor units: above zero debit, below zero credit. Empty
 * until its funding is posted. The caller has checked that the deal is its reader's to see.
 */
export async function dealPositions(dealId: string): Promise<readonly Position[]> {
  return positionsOf(dealId);
}
