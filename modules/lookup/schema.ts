import { z } from "zod";
import { listOrder } from "@/kernel/wire";
import { PublicMoney } from "@/modules/allocation/schema/allocation";
import { USES, WEIGHTS } from "@/modules/consent/domain/uses";
import { DEAL_STATES } from "@/modules/deals/domain/state/deal-state";
import { TermsView } from "@/modules/deals/schema/deal";

const Money = z.object({
  currency: z.string(),
  minor: z.string().meta({ description: "Minor units as decimal text." }),
});
const Instant = z.string().meta({ description: "UTC instant, ISO 8601." });
const Platform = z.object({ id: z.string(), name: z.string(), host: z.string().nullable() });
const Count = z.string().meta({ description: "A whole number as decimal text." });

export const LookUpRequest = z.object({
  platform: z.string().max(300).optional().meta({
    description: "With `handle`: the platform's id, host or exact name; “web” for a domain of your own.",
  }),
  handle: z.string().max(4000).optional().meta({
    description: "The exact name on that platform. There is no search and there are no suggestions.",
  }),
  address: z.string().max(2000).optional().meta({ description: "Instead: a site, or one page of it." }),
  work: z.string().max(1100).optional().meta({ description: "Instead: an ISBN or a DOI." }),
});

/** An amount under a name, as exact as the reader may see it. */
const Told = z.object({
  currency: z.string(),
  minor: z.string().nullable().meta({
    description:
      "The exact amount in minor units, for a person who is signed in or their key; null for all others.",
  }),
  atLeastMinor: z.string().nullable().meta({
    description:
      "The highest power of ten, from 100 minor units on, that the amount has reached; null below it.",
  }),
});

export const SeatAnswer = z.object({
  platform: Platform,
  name: z.string().meta({ description: "As the platform's rule writes it." }),
  standing: z.enum(["claimed", "unclaimed"]).meta({
    description: "claimed: this name is proved, and nothing more is shown about it.",
  }),
  deals: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Sealed deals with a share for it; null: claimed." }),
  held: z.array(Told).meta({ description: "Funded, and held for the person who proves the name." }),
  coming: z.array(Told).meta({ description: "Sealed, not paid in yet. Never added to `held`." }),
});
export type SeatWire = z.output<typeof SeatAnswer>;

export const LookUpAnswer = z.object({
  kind: z.enum(["handle", "address", "work"]),
  asked: z.string().meta({ description: "What was looked for, in its canonical form." }),
  platform: Platform.nullable().meta({ description: "The platform an address is on, if it is one here." }),
  seats: z.array(SeatAnswer),
  work: z
    .object({ scheme: z.enum(["url", "isbn", "doi"]), value: z.string(), registered: z.boolean() })
    .nullable()
    .meta({ description: "Whether one of its authors has registered it; never who." }),
});
export type LookUpWire = z.output<typeof LookUpAnswer>;

export const LookUpPlatforms = z.object({ items: z.array(Platform) });

export const RegisterOrder = listOrder("register", ["instant", "id"]);
export const RegisterRequest = z.object({
  q: z.string().max(200).optional().meta({
    description: "Part of the title, or of the name of the licensee or the platform.",
  }),
  platform: z.string().max(300).optional().meta({ description: "The platform's id, host or exact name." }),
  sort: z.enum(["newest", "oldest", "gross"]).optional().meta({
    description:
      "By the instant of the seal, newest first when left out; gross: by currency, then the largest amount first. A cursor belongs to its order.",
  }),
  use: z.enum(USES).optional(),
  weights: z.enum(WEIGHTS).optional(),
  ...RegisterOrder.ask,
});
export const RegisterRef = z.object({ dealId: z.string().min(1).max(100) });

/** The terms that the list of deals shows. */
export const ListedTerms = TermsView.pick({
  uses: true,
  weights: true,
  purpose: true,
  basis: true,
  termFrom: true,
  termTo: true,
});

/** The terms that only a deal's own page shows: the rules of inclusion, then those of its money. */
export const RuleTerms = TermsView.pick({
  weighting: true,
  attribution: true,
  distillation: true,
  exclusive: true,
  noticeDays: true,
});
export const MoneyTerms = TermsView.pick({
  contributorShareBps: true,
  operatorFeeBps: true,
  reserveBps: true,
  reserveReleaseOn: true,
  capBps: true,
  escheatYears: true,
  escheatTo: true,
});

export const RegisterEntry = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(DEAL_STATES),
  platform: Platform,
  licensee: z.string(),
  gross: Money,
  ...ListedTerms.shape,
  sealedAt: Instant,
  fundedAt: Instant.nullable(),
  allocatedAt: Instant.nullable(),
  cancelledAt: Instant.nullable(),
  cancelReason: z
    .string()
    .nullable()
    .meta({ description: "Why a sealed deal was cancelled, in the platform's words; null for others." }),
  contributors: Count.nullable().meta({
    description: "How many the split pays; null where they are fewer than five.",
  }),
  digest: z.string().nullable().meta({ description: "Over the split's inputs and shares." }),
});
export type RegisterEntryWire = z.output<typeof RegisterEntry>;
export const RegisterPage = z.object({ items: z.array(RegisterEntry), nextCursor: z.string().nullable() });

export const RegisterDeal = RegisterEntry.extend({
  version: z.number().int(),
  ...RuleTerms.shape,
  noticedAt: Instant.nullable(),
  ...MoneyTerms.shape,
  allocationId: z.string(),
  inputDigest: z.string().nullable(),
  items: Count,
  tokens: Count,
  money: PublicMoney,
});
export type RegisterDealWire = z.output<typeof RegisterDeal>;
export const FeaturedDeal = z.object({ deal: RegisterDeal.nullable() });
