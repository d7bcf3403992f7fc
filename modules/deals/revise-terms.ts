import { DomainError, type FieldFault } from "@/kernel/errors";
import { eyeKey } from "@/kernel/look-alike";
import { type Currency, parseMajor } from "@/kernel/money";
import { organisationOf } from "@/modules/parties/organisation-of";
import { labImitated } from "@/modules/parties/verified-labs";
import type { DealTerms } from "./domain/deal";
import { termsOf } from "./domain/deal-diff";
import { termsFaults } from "./domain/terms-faults";
import type { TermsPatch } from "./schema";

/**
 * The terms after a patch. Finds the licensee's name, reads the amount in its currency and refuses (INVALID_INPUT, field
 * by field) what would not hold together.
 */
export async function reviseTerms(base: DealTerms, patch: TermsPatch): Promise<DealTerms> {
  const { gross, grossMinor, licenseeId, licenseeName, ...plain } = patch;
  const faults: FieldFault[] = [];
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const currency = patch.currency ?? base.currency;
  const amount = readGross({ base, currency, gross, grossMinor }, faults);
  const licensee = await readLicensee({ base, licenseeId, licenseeName }, faults);
  const terms = termsOf({ ...base, ...given, ...licensee, grossMinor: amount });
  faults.push(...termsFaults(terms));
  if (faults.length > 0) throw invalid(faults);
  await mustNameLabsById(terms);
  return terms;
}

/**
 * A verified lab here is named by its id, or people who blocked it by that id would be passed by. So no other licensee, named or
 * chosen, may bear its name or one that looks like it. Asked again before the deal is reported and noticed: the lab may be
 * new here. Other labs do not count, for anybody may take a name.
 */
export async function mustNameLabsById({
  licenseeId,
  licenseeName,
}: Pick<DealTerms, "licenseeId" | "licenseeName">): Promise<void> {
  const lab = await labImitated(licenseeName, licenseeId);
  if (lab === null) return;
  const choose = `choose it from the list of labs (in the API: licenseeId ${lab.id})`;
  const same = eyeKey(lab.name) === eyeKey(licenseeName);
  const message = same
    ? `${lab.name} is on Remit: ${choose}.`
    : `This name looks like ${lab.name}, which is on Remit. If you mean that lab, ${choose}. Otherwise write the name so that the two can be told apart.`;
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
) {
  return new DomainError(code, faults.map((fault) => fault.message).join(" "), { faults });
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
  const major = parseMajor(currency, String(gross));
  if (major === null) {
    faults.push({
      path: "gross",
      message: `Write the amount in ${currency} with digits, at most as many decimals as the currency has: 1250000.50`,
    });
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
      faults.push({ path: "licenseeName", message: "Name the licensee, or choose a lab here." });
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
  if (licenseeName !== undefined && licenseeName !== lab.name && licenseeId !== base.licenseeId)
    faults.push({
      path: "licenseeName",
      message: `The lab with this id is ${lab.name}; leave licenseeName out.`,
    });
  return { licenseeId, licenseeName: lab.name };
}
