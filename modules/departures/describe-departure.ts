import { query } from "@/infra/verb/query";
import { isRecentSignIn } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { countTerms } from "@/modules/consent/terms/withdraw-everything";
import { handlesOf } from "@/modules/handles/claim/handles-of";
import { platformsOf } from "@/modules/handles/platforms/platforms";
import { waysInOf } from "@/modules/identity/departure";
import { personHolder } from "@/modules/ledger/domain/chart";
import { hasMoney } from "@/modules/ledger/holders/close-holder";
import { holderBalances } from "@/modules/ledger/holders/holder-balances";
import { balanceWire } from "@/modules/ledger/queries/statement";
import { ownOrganisations } from "@/modules/parties/people/departure";
import { personOf } from "@/modules/parties/people/person-of";
import { worksAtStake } from "@/modules/works/register/leave-works";
import { confirmWith } from "./confirmation";
import { Departure, Nothing } from "./schema";

/** What deleting the account would do, and what is in the way: what the person reads before they decide. */
export const describeDeparture = query({
  name: "departures.describe",
  scope: "parties:read",
  input: Nothing,
  output: Departure,
  async run({ actor, now }) {
    if (actor.kind !== "user")
      throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person can see this.");
    const { personId } = actor;
    const holder = personHolder(personId);
    const [person, waysIn, organisations, handles, works, terms, balances] = await Promise.all([
      personOf(personId),
      waysInOf(personId, now),
      ownOrganisations(personId),
      handlesOf(personId),
      worksAtStake(personId),
      countTerms(personId, now),
      holderBalances([holder]),
    ]);
    if (person === null) throw notFound("person");
    const living = handles.filter(({ state }) => state !== "released" && state !== "lost");
    const platforms = await platformsOf([...new Set(living.map(({ platformId }) => platformId))]);
    const { soleOwnerOf, memberships } = organisations;
    return {
      confirmWith: confirmWith(person),
      isRecent: isRecentSignIn(actor.signedInAt, now),
      name: person.name,
      email: person.email,
      goes: { ...waysIn, memberships },
      terms,
      handles: living.map(({ handleId, platformId, shownName, state }) => ({
        id: handleId,
        platform: platforms.get(platformId)?.name ?? "",
        name: shownName,
        proved: state === "verified",
      })),
      works,
      inTheWay: {
        soleOwnerOf,
        balances: (balances.get(holder) ?? []).filter(hasMoney).map(balanceWire),
        disputed: living
          .filter(({ state }) => state === "disputed")
          .map(({ handleId, shownName }) => ({ id: handleId, name: shownName })),
      },
    };
  },
});
