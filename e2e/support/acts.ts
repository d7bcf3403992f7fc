import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { signInAs } from "./people";

/** Seals the split whose page is open, confirming in the dialog as a person would. */
export async function seal(page: Page): Promise<void> {
  await page.getByRole("button", { name: /seal/i }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/to confirm/).fill("seal");
  await dialog.getByRole("button", { name: /seal/i }).click();
  await expect(dialog).toBeHidden();
}

/** The operator has seen the payment of the deal with this title; the page stays theirs. */
export async function confirmPayment(page: Page, title: string): Promise<void> {
  await signInAs(page, "Ruth Alvarez");
  await page.goto("/operator/deals");
  const row = page.getByRole("row").filter({ hasText: title }).first();
  await row.getByRole("button", { name: "Confirm payment" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/reference/i).fill(`SEPA ${Date.now()} 0042`);
  const [price = ""] = /[\d,.]*\d/.exec((await dialog.textContent())?.split(" from ")[0] ?? "") ?? [];
  await dialog.getByLabel(/amount received/i).fill(price);
  await dialog.getByLabel(/value date/i).fill(new Date().toISOString().slice(0, 10));
  await dialog.getByRole("button", { name: /confirm/i }).click();
  await expect(dialog).toBeHidden();
}

/** A platform's pair of keys for attestations: the public one to deposit, and a signer of "this handle is whose code this is". */
export async function attester(platformId: string): Promise<{
  attestationKey: JWK;
  attest(handle: string, code: string): Promise<string>;
}> {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  return {
    attestationKey: { ...(await exportJWK(publicKey)), alg: "EdDSA" },
    attest: (handle, code) =>
      new SignJWT({ handle })
        .setProtectedHeader({ alg: "EdDSA" })
        .setIssuer(platformId)
        .setSubject(code)
        .setJti(randomUUID())
        .setExpirationTime("5 minutes")
        .sign(privateKey),
  };
}
