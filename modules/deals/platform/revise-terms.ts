import { DomainError, type FieldFault } from "@/kernel/errors";
import { eyeKey } from "@/kernel/look-alike";
import type { Currency } from "@/kernel/money";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import { labImitated } from "@/modules/parties/organisations/verified-labs";
import { readAmount } from "../domain/money/amount";
import type { Deal, DealTerms } from "../domain/state/deal";
import { termsOf } from "../domain/terms/deal-diff";
import { termsFaults } from "../domain/terms/terms-faults";
import type { TermsPatch } from "../schema/deal";

/** Whose terms they are, and the fee that holds for them: the instance's for a draft, its own for a deal that was reported. */
export type Around = Readonly<{ platformId: string; feeBps: number }>;

/**
 * The terms after a patch. Finds the licensee's name, reads the amount in its currency and refuses (INVALID_INPUT, field
 * by field) what would not hold together.
 */
export async function reviseTerms(base: DealTerms, patch: TermsPatch, around: Around): Promise<DealTerms> {
  const { gross, grossMinor, licenseeId, licenseeName, operatorFeeBps, ...plain } = patch;
  const faults: FieldFault[] = [];
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const currency = patch.currency ?? base.currency;
  const amount = readGross({ base, currency, gross, grossMinor }, faults);
  const licensee = await readLicensee({ base, licenseeId, licenseeName }, faults);
  const operatorFee = readFee(operatorFeeBps, around.feeBps, faults);
  const terms = termsOf({
    ...base,
    ...given,
    ...licensee,
    operatorFeeBps: operatorFee,
    grossMinor: amount,
  });
  faults.push(...termsFaults(terms));
  if (faults.length > 0) throw invalid(faults);
  await mustNameOthers({ ...terms, platformId: around.platformId });
  return terms;
}

/** The fee is the instance's: a caller may say it, to show what they count on, and cannot choose it. */
function readFee(given: number | undefined, feeBps: number, faults: FieldFault[]): number {
  if (given !== undefined && given !== feeBps)
    faults.push({
      path: "operatorFeeBps",
      message: `Remit's fee for this deal is ${feeBps} basis points (${feeBps / 100}%), set by the operator. Leave operatorFeeBps out.`,
    });
  return feeBps;
}

type Parties = Pick<Deal, "platformId" | "licenseeId" | "licenseeName" | "escheatTo">;

/**
 * Refuses a deal whose other side is no other: a platform licenses to somebody else, unclaimed money goes to neither of the
 * two, and a verified lab is named by its id. Asked again before the deal is reported and announced, since names change.
 */
export async function mustNameOthers(deal: Parties): Promise<void> {
  const platform = await organisationOf(deal.platformId);
  const isPlatform = (name: string): boolean => platform !== null && sameName(name, platform.name);
  if (isPlatform(deal.licenseeName))
    throw invalid(
      [
        {
          path: deal.licenseeId === null ? "licenseeName" : "licenseeId",
          message: "A platform cannot license to itself. Enter the organisation that buys the licence.",
        },
      ],
      "INVALID_INPUT",
      { because: "own_licence" },
    );
  if (
    isPlatform(deal.escheatTo) ||
    sameName(deal.escheatTo, deal.licenseeName) ||
    OWN_POCKET.test(deal.escheatTo)
  )
    throw invalid(
      [
        {
          path: "escheatTo",
          message: "Unclaimed money cannot go to the platform or the licensee. Enter a fund or a charity.",
        },
      ],
      "INVALID_INPUT",
      { because: "own_pocket" },
    );
  await mustNameLabsById(deal);
}

/** The parties by what they are instead of by name, in the languages of the pages. */
const OWN_POCKET =
  /^\s*(the |die |der |den )?(platform|plattform|licensee|lizenznehmer(in)?|us|ourselves|uns)( itself| selbst)?\s*\.?\s*$/i;

const sameName = (one: string, other: string): boolean => eyeKey(one) === eyeKey(other);

/**
 * A verified lab here is named by its id, or people who blocked it by that id would be passed by. So no other licensee, named or
 * chosen, may bear its name or one that looks like it. Other labs do not count, for anybody may take a name.
 */
async function mustNameLabsById({
  licenseeId,
  licenseeName,
}: Pick<DealTerms, "licenseeId" | "licenseeName">): Promise<void> {
  const lab = await labImitated(licenseeName, licenseeId);
  if (lab === null) return;
  const choose = `choose it from the list of labs (in the API: licenseeId ${lab.id})`;
  const same = eyeKey(lab.name) === eyeKey(licenseeName);
  const message = same
    ? `${lab.name} is on Remit: ${choose}.`
    : `This name looks like ${lab.name}, which is on Remit. If you mean that lab, ${choose}. Otherwise enter a name that is clearly different.`;
  throw new DomainError("INVALID_INPUT", message, {
    detail: same
      ? { because: "licensee_here", lab: lab.name, licenseeId: lab.id }
      : { because: "licensee_looks_alike", lab: lab.name, licenseeId: lab.id },
    faults: [{ path: licenseeId === null ? "licenseeName" : "licenseeId", message }],
  });
}

/** One refusal that names every field. */
export function invalid(
  faults: readonly FieldFault[],
  code: "INVALID_INPUT" | "DEAL_INCOMPLETE" = "INVALID_INPUT",
  detail: Record<string, unknown> = {},
) {
  return new DomainError(code, faults.map((fault) => fault.message).join(" "), { faults, detail });
}

type Amount = string | number | undefined;

function readGross(
  from: { base: DealTerms; currency: Currency; gross: Amount; grossMinor: Amount },
  faults: FieldFault[],
): bigint {
  const { base, currency, gross, grossMinor } = from;
  const minor = grossMinor === undefined ? null : BigInt(grossMinor);
  if (gross === undefined) {
    if (minor === null && currency !== base.currency)
      faults.push({
        path: "gross",
        message: `Give the amount in ${currency}; the old one was in ${base.currency}.`,
      });
    return minor ?? base.grossMinor;
  }
  const major = readAmount(currency, String(gross).trim(), "gross");
  if (typeof major !== "bigint") {
    faults.push(major);
    return base.grossMinor;
  }
  if (minor !== null && minor !== major)
    faults.push({ path: "grossMinor", message: "gross and grossMinor differ; give one of them." });
  return major;
}

async function readLicensee(
  from: { base: DealTerms; licenseeId: string | null | undefined; licenseeName: string | undefined },
  faults: FieldFault[],
): Promise<Pick<DealTerms, "licenseeId" | "licenseeName">> {
  const { base, licenseeName } = from;
  const licenseeId = from.licenseeId === undefined ? base.licenseeId : from.licenseeId;
  if (licenseeId === null) {
    const name = licenseeName ?? base.licenseeName;
    if (name === "")
      faults.push({ path: "licenseeName", message: "Enter the licensee, or choose a lab here." });
    return { licenseeId, licenseeName: name };
  }
  const lab = await organisationOf(licenseeId);
  if (lab === null || lab.kind !== "lab") {
    faults.push({
      path: "licenseeId",
      message: "No lab here has this id; leave it out and give licenseeName.",
    });
    return base;
  }
  // A caller who sends a whole deal back sends the name that its lab had, also after the lab was renamed.
  const isStored = licenseeId === base.licenseeId && licenseeName === base.licenseeName;
  if (licenseeName !== undefined && licenseeName !== lab.name && !isStored)
    faults.push({
      path: "licenseeName",
      message:
        licenseeId === base.licenseeId
          ? `The licensee of this deal is ${lab.name}, by its id. To name another one, send licenseeId null with licenseeName, or the id of another lab.`
          : `The lab with this id is ${lab.name}; leave licenseeName out.`,
    });
  return { licenseeId, licenseeName: lab.name };
}
