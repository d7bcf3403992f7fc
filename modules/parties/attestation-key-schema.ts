import { z } from "zod";
import { attestationKeyFault } from "./domain/names";

/** How a public key is described; any further member of RFC 7517 is kept as it is. */
export const JWK = {
  type: "object",
  required: ["kty"],
  properties: {
    kty: { type: "string", description: "OKP (Ed25519) or EC (P-256)" },
    crv: { type: "string", description: "Ed25519 or P-256" },
    x: { type: "string" },
    y: { type: "string" },
    kid: { type: "string" },
    alg: { type: "string" },
    use: { type: "string" },
  },
  additionalProperties: true,
  examples: [{ kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }],
};
export const AttestationKey = z
  .record(z.string(), z.unknown())
  .superRefine((jwk, context) => {
    const fault = attestationKeyFault(jwk);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  })
  .meta({ wire: JWK });
