import { z } from "zod";
import { query } from "@/infra/verb/query";
import { personIdOf } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { sealedSharesOf } from "@/modules/allocation/seal/public-facts";
import { takenSeats } from "@/modules/handles/claim/taken-seats";
import { contributorHolder } from "@/modules/handles/domain/handle-name";
import { siteHost } from "@/modules/handles/domain/host-name";
import { nameOn } from "@/modules/handles/domain/name-on";
import { type Platform, THE_WEB, WEB_PLATFORM_ID } from "@/modules/handles/domain/platform";
import { platformOf, platformsNamingHosts } from "@/modules/handles/platforms/platforms";
import { unclaimedOf } from "@/modules/ledger/read/public-money";
import { platformsListed } from "@/modules/parties/organisations/organisation-of";
import { platformMeant, platformOnHost } from "@/modules/parties/organisations/public-directory";
import { everVerified } from "@/modules/parties/organisations/verified";
import { isRegistered } from "@/modules/works/register/is-registered";
import { addressAsked, handleInAddress, identifiersOf, workAsked } from "./domain/asked";
import { toldOf } from "./domain/band";
import { LookUpAnswer, LookUpPlatforms, LookUpRequest, type LookUpWire, type SeatWire } from "./schema";

const PLATFORMS_LISTED = 200;

/**
 * Is my handle, site or book in a deal? Open to anyone, so it matches exact names only, makes the same reads for every
 * answer, and says of a proved name only that. Only signed-in people see exact amounts. Callers count requests (app/_web).
 */
export const lookUp = query({
  name: "lookup.look_up",
  scope: null,
  input: LookUpRequest,
  output: LookUpAnswer,
  async run({ actor }, { platform = "", handle, address, work }) {
    const exact = personIdOf(actor) !== null;
    if (handle !== undefined) return lookUpHandle(platform, handle, exact);
    if (address !== undefined) return lookUpAddress(address, exact);
    if (work !== undefined) return lookUpWork(work);
    throw refusal("handle", "nothing_asked", "Send platform and handle, or an address, or a work.");
  },
});

/** Platforms for the look-up's form: the open web, then the verified ones by name, as in the list for a claim. */
export const lookUpPlatforms = query({
  name: "lookup.platforms",
  scope: null,
  input: z.object({}),
  output: LookUpPlatforms,
  async run() {
    const found = await platformsListed(undefined, { take: PLATFORMS_LISTED, after: undefined });
    return { items: [THE_WEB, ...found].map(({ id, name, host }) => ({ id, name, host })) };
  },
});

async function lookUpHandle(platformText: string, handle: string, exact: boolean): Promise<LookUpWire> {
  const platform = await platformAsked(platformText);
  const name = nameOn(platform, handle);
  if ("fault" in name) throw refusal("handle", name.fault, name.message);
  const seats = await seatsOf([{ platform, name: name.name }], exact);
  return { kind: "handle", asked: name.name, platform: shown(platform), seats, work: null };
}

async function lookUpAddress(raw: string, exact: boolean): Promise<LookUpWire> {
  const url = addressAsked(raw);
  if (url === null)
    throw refusal("address", "address", "Write an address such as https://example.org/essays, or a domain.");
  const identifiers = identifiersOf(url);
  const [there, naming, registered] = await Promise.all([
    platformOnHost(url.hostname),
    publicNamingHosts(),
    isRegistered(identifiers),
  ]);
  const platform = there === null ? null : await platformOf(there.id);
  const named = platform === null ? null : handleInAddress(platform, url);
  const host = siteHost(url.hostname);
  const seats =
    platform !== null
      ? named === null
        ? []
        : [{ platform, name: named }]
      : host === null
        ? []
        : naming.map((one) => ({ platform: one, name: host }));
  const answers = await seatsOf(seats, exact);
  return {
    kind: "address",
    asked: url.href,
    platform: there,
    // The open web always answers; other platforms that name hosts only where there is something to say.
    seats: answers.filter(
      (seat) => platform !== null || seat.platform.id === WEB_PLATFORM_ID || seat.deals !== 0,
    ),
    work: { scheme: "url", value: url.href, registered },
  };
}

/** The open web, and of the platforms whose contributors are host names those that are or were verified. */
async function publicNamingHosts(): Promise<readonly Platform[]> {
  const [naming, verified] = await Promise.all([platformsNamingHosts(), everVerified()]);
  return naming.filter(({ id }) => id === WEB_PLATFORM_ID || verified.has(id));
}

async function lookUpWork(raw: string): Promise<LookUpWire> {
  const asked = workAsked(raw);
  if ("fault" in asked)
    throw refusal(
      "work",
      asked.fault,
      asked.fault === "doi"
        ? "A DOI looks like 10.1000/182."
        : "An ISBN has 10 or 13 digits, and its last digit must match the others.",
    );
  const scheme = asked.scheme === "doi" ? "doi" : "isbn";
  const work = { scheme, value: asked.value, registered: await isRegistered([asked]) } as const;
  return { kind: "work", asked: asked.value, platform: null, seats: [], work };
}

async function platformAsked(text: string): Promise<Platform> {
  const known =
    text.trim().toLowerCase() === WEB_PLATFORM_ID ? { id: WEB_PLATFORM_ID } : await platformMeant(text);
  const platform = known === null ? null : await platformOf(known.id);
  if (platform !== null) return platform;
  throw text.trim() === ""
    ? refusal("platform", "platform_missing", "Choose a platform.")
    : refusal("platform", "platform_unknown", "There is no verified platform with this id, host or name.");
}

/** The same reads for every seat, whatever they find; what is claimed is emptied afterwards. */
async function seatsOf(
  seats: readonly Readonly<{ platform: Platform; name: string }>[],
  exact: boolean,
): Promise<SeatWire[]> {
  const keys = seats.map(({ platform, name }) => ({ platformId: platform.id, name }));
  const holders = keys.map(({ platformId, name }) => contributorHolder(platformId, name));
  const [taken, money, shares] = await Promise.all([
    takenSeats(keys),
    unclaimedOf(holders),
    sealedSharesOf(keys),
  ]);
  return seats.map(({ platform, name }, at): SeatWire => {
    const holder = holders[at] ?? "";
    const about = { platform: shown(platform), name };
    if (taken.has(holder)) return { ...about, standing: "claimed", deals: null, held: [], coming: [] };
    const own = shares.filter((row) => row.platformId === platform.id && row.contributor === name);
    const held = money.get(holder);
    const coming = new Map<string, bigint>();
    for (const { posted, currency, minor } of own)
      if (!posted && minor > 0n) coming.set(currency, (coming.get(currency) ?? 0n) + minor);
    return {
      ...about,
      standing: "unclaimed",
      deals: new Set([...own.map((row) => row.dealId), ...(held?.dealIds ?? [])]).size,
      held: (held?.amounts ?? []).map((amount) => toldOf(amount, exact)),
      coming: [...coming].map(([currency, minor]) => toldOf({ currency, minor }, exact)),
    };
  });
}

const shown = ({ id, name, host }: Platform) => ({ id, name, host });

/** `reason` is for pages in another language; `field` says which input it is about. */
function refusal(field: string, reason: string, message: string): DomainError {
  return new DomainError("INVALID_INPUT", message, {
    faults: [{ path: field, message }],
    detail: { field, reason },
  });
}
