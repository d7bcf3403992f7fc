import { compareTerms, isLess, type TermsChange } from "../compare";
import { saysNothing, type TermsJson, termsFromJson, termsToJson } from "../terms";
import { type Effects, effectsInWords, termsInWords } from "./in-words";

/** What an editor shows below a draft before it is saved. */
export type DraftDescription = Readonly<{
  /** The draft takes no stance: saving it would be a withdrawal. */
  silent: boolean;
  /** The draft is what is in force already. */
  same: boolean;
  inWords: readonly string[];
  changes: readonly TermsChange[];
  effects: Effects;
  /** The draft takes back or narrows something that is allowed now. */
  less: boolean;
}>;

/**
 * Describes a draft of one scope's terms against those in force there (`before`, null: none) and the wider terms that
 * hold where it is silent (`wider`, narrow to wide).
 */
export function describeDraft(
  draft: TermsJson,
  before: TermsJson | null,
  wider: readonly (TermsJson | null)[],
  scheduled: boolean,
): DraftDescription {
  const read = (json: TermsJson | null) => (json === null ? null : termsFromJson(json));
  const terms = termsFromJson(draft);
  const was = read(before);
  const around = wider.map(read);
  const silent = saysNothing(terms);
  const changes = compareTerms([was, ...around], [terms, ...around]);
  const less = isLess([was, ...around], [terms, ...around]);
  const same =
    was === null ? silent : JSON.stringify(termsToJson(was)) === JSON.stringify(termsToJson(terms));
  return {
    silent,
    same,
    inWords: termsInWords(terms),
    changes,
    effects: effectsInWords({ lessThanBefore: less, scheduled }),
    less,
  };
}
