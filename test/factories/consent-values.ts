import fc from "fast-check";
import type { DealChoice, Layer } from "@/modules/consent/domain/evaluate";
import type { ConsentRequest } from "@/modules/consent/domain/request";
import type { TermsScope } from "@/modules/consent/domain/scope";
import {
  allow,
  type Cell,
  type Conditions,
  DENY,
  everyUse,
  type Terms,
  UNSET,
} from "@/modules/consent/domain/terms";
import { PURPOSES, USES, WEIGHTS } from "@/modules/consent/domain/uses";

/** Random consent values for property tests: small alphabets, so that collisions and conflicts are common. */
const DAYS = ["2026-01-01", "2026-06-01", "2027-01-01"].map((day) => new Date(`${day}T00:00:00.000Z`));
const BUYERS = ["org_lab", "Example Lab", "Other Lab"] as const;
const currency = fc.constantFrom("USD" as const, "EUR" as const);

const arbCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(UNSET, DENY),
  fc.constantFrom(0n, 1n, 10_000n).map(allow),
);

const arbConditions: fc.Arbitrary<Conditions> = fc.record({
  buyersAllowed: fc.option(fc.subarray([...BUYERS], { minLength: 1 }), { freq: 1 }),
  buyersBlocked: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray([...BUYERS])),
  purposes: fc.subarray([...PURPOSES], { minLength: 1 }),
  attribution: fc.boolean(),
  noDistillation: fc.boolean(),
  until: fc.option(fc.constantFrom(...DAYS), { freq: 2 }),
});

export const arbTerms: fc.Arbitrary<Terms> = fc.record({
  currency,
  uses: fc
    .array(fc.record({ open: arbCell, closed: arbCell, conditions: arbConditions }), {
      minLength: USES.length,
      maxLength: USES.length,
    })
    .map((parts) => everyUse((use) => parts[USES.indexOf(use)] as Terms["uses"]["pretraining"])),
});

const arbScope: fc.Arbitrary<TermsScope> = fc.constantFrom<TermsScope>(
  { kind: "work", workId: "wrk_1" },
  { kind: "url_prefix", handleId: "hdl_1", prefix: "https://forum.example/a/" },
  { kind: "url_prefix", handleId: "hdl_1", prefix: "https://forum.example/a/long/" },
  { kind: "handle", handleId: "hdl_1" },
  { kind: "person" },
);

export const arbLayer: fc.Arbitrary<Layer> = fc.record({
  scope: arbScope,
  termsVersionId: fc.nat(9999).map((n) => `trm_${n}`),
  terms: fc.option(arbTerms, { freq: 5 }),
});

export const arbRequest: fc.Arbitrary<ConsentRequest> = fc.record({
  uses: fc.subarray([...USES]),
  buyerId: fc.option(fc.constant("org_lab")),
  buyerName: fc.constantFrom("Example Lab", "Other Lab", "Third Lab"),
  weights: fc.constantFrom(...WEIGHTS),
  purpose: fc.constantFrom(...PURPOSES),
  attribution: fc.boolean(),
  distillation: fc.boolean(),
  currency,
  at: fc.constantFrom(...DAYS),
});

const arbChoice: fc.Arbitrary<DealChoice> = fc.record({
  id: fc.constant("chc_1"),
  choice: fc.constantFrom("object", "join", "neutral"),
});

/** Layers with distinct version ids, as in life; the choice about the deal is rare. */
export const arbWorld = fc.record({
  layers: fc.uniqueArray(arbLayer, { maxLength: 5, selector: (layer) => layer.termsVersionId }),
  request: arbRequest,
  choice: fc.option(arbChoice, { freq: 1 }),
});
