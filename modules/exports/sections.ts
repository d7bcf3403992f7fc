import type { CallContext } from "@/infra/verb/command";
import { type AnyVerb, callVerb } from "@/infra/verb/verb";
import { auditOfMine } from "@/modules/audit/queries";
import { currentTerms } from "@/modules/consent/queries/current-terms";
import { termsHistory } from "@/modules/consent/queries/terms-history";
import { listMyDeals } from "@/modules/deals/contributor/contributor-queries";
import { myShares } from "@/modules/earnings/queries/own-share";
import { moneyWaiting } from "@/modules/earnings/queries/waiting-money";
import { listMyHandles } from "@/modules/handles/queries";
import { listApiKeys } from "@/modules/identity/queries/api-keys";
import { mySessions, mySignInMethods } from "@/modules/identity/queries/sign-in";
import { readBalances, readStatement } from "@/modules/ledger/queries/statement";
import { getNoticeSettings, listNotices } from "@/modules/notices/inbox/queries";
import { whoAmI } from "@/modules/parties/queries/me";
import { listMyWorks } from "@/modules/works/queries";

type Section = Readonly<{ name: string; verb: AnyVerb; input?: object }>;

/** What is in a copy, in this order: exactly what the person may read here, by the same queries as the pages. */
const SECTIONS: readonly Section[] = [
  { name: "profile", verb: whoAmI },
  { name: "sign_in_methods", verb: mySignInMethods },
  { name: "sessions", verb: mySessions },
  { name: "terms", verb: currentTerms },
  { name: "terms_history", verb: termsHistory, input: { limit: 100 } },
  { name: "handle", verb: listMyHandles, input: { limit: 100 } },
  { name: "work", verb: listMyWorks, input: { limit: 100 } },
  { name: "deal", verb: listMyDeals, input: { limit: 100 } },
  { name: "share", verb: myShares, input: { limit: 100 } },
  { name: "money_waiting", verb: moneyWaiting },
  { name: "balance", verb: readBalances },
  { name: "statement_line", verb: readStatement, input: { limit: 100 } },
  { name: "notice", verb: listNotices, input: { limit: 100 } },
  { name: "notice_settings", verb: getNoticeSettings },
  { name: "api_key", verb: listApiKeys, input: { organisationId: null } },
  { name: "activity", verb: auditOfMine, input: { limit: 100 } },
];

/** Everything about the caller, one `{section, value}` at a time; lists are read page by page and never held as a whole. */
export async function* everythingAbout(
  call: CallContext,
): AsyncGenerator<Readonly<{ section: string; value: unknown }>> {
  for (const { name: section, verb, input } of SECTIONS) {
    let cursor: string | null = null;
    do {
      const page = (await callVerb(verb, call, { ...input, ...(cursor === null ? {} : { cursor }) })) as {
        items?: readonly unknown[];
        nextCursor?: string | null;
      };
      if (page.items === undefined) yield { section, value: page };
      else for (const value of page.items) yield { section, value };
      cursor = page.nextCursor ?? null;
    } while (cursor !== null);
  }
}
