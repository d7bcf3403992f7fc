import { evaluate, type Reason, type Verdict } from "../domain/evaluate";
import { choiceOf, present } from "../domain/narrower";
import type { ConsentRequest } from "../domain/request";
import { countHeldTerms } from "../repository/held-terms";
import { Contents } from "../snapshot/contents";

/** Enough to be exact for most platforms, few enough to be asked while somebody types. */
const ASKED_MAX = 20_000;

export type AnswerGroup = Readonly<{
  verdict: Verdict;
  reason: Reason;
  floorMicros: bigint | null;
  holders: number;
}>;
export type AnswerCounts = Readonly<{
  /** People who proved a profile on the platform, and how many of them were asked: all, or a sample. */
  holders: number;
  asked: number;
  groups: readonly AnswerGroup[];
}>;

/**
 * What everybody who proved a profile on a platform would answer to a request, as of `request.at`, counted: numbers only.
 * Terms for single works and addresses are not looked at; they decide about rows, not about people.
 */
export async function countAnswers(
  of: Readonly<{ platformId: string; dealId: string | null; request: ConsentRequest }>,
): Promise<AnswerCounts> {
  const { platformId, dealId, request } = of;
  const held = await countHeldTerms({ platformId, dealId, at: request.at, most: ASKED_MAX });
  const contents = new Contents();
  await contents.fetch(held.groups.flatMap((group) => [group.handle, group.person]));
  const groups = held.groups.map(({ handle, person, choice, holders }): AnswerGroup => {
    const layers = present([
      contents.layer({ kind: "handle", handleId: "" }, "handle", handle),
      contents.layer({ kind: "person" }, "person", person),
    ]);
    const { verdict, reason, floorMicros } = evaluate(layers, request, choiceOf("deal_choice", choice));
    return { verdict, reason, floorMicros, holders };
  });
  return { holders: held.holders, asked: held.asked, groups };
}
