import { metaTag, type ProofMethod, placedText, WELL_KNOWN_PATH } from "../domain/proof";

/** What to place for a proof, letter by letter, and where. */
export function placeOf(
  method: ProofMethod,
  target: string | null,
  code: string,
  on: Readonly<{ platformName: string; handleName: string }>,
): { text: string; where: string } {
  switch (method) {
    case "page_code":
      return {
        text: placedText(code),
        where: `Put this line into your public page ${target}, for example into your bio. The page must be public.`,
      };
    case "dns_txt":
      return {
        text: placedText(code),
        where: `Add a TXT record with this value to ${target} (or to _remit-verify.${target}). It can take an hour until a new record is visible everywhere.`,
      };
    case "well_known":
      return {
        text: placedText(code),
        where: `Make a text file with this line at https://${target}${WELL_KNOWN_PATH}.`,
      };
    case "meta_tag":
      return { text: metaTag(code), where: `Put this tag into the <head> of https://${target}/.` };
    case "attestation":
      return {
        text: code,
        where: `Give this code to ${on.platformName} where it offers to confirm your account on Remit. It answers with a signed confirmation that you are ${on.handleName}. If it does not send the confirmation to us, paste it here.`,
      };
  }
}
