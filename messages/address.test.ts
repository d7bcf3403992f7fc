import { expect, test } from "vitest";
import { Notice, type NoticeView } from "@/modules/notices/schema";
import type { Catalogue } from "./catalogue";
import { catalogueOf, type Namespace } from "./catalogues";

/*
 * German has two words for "you". Pages of organisations and of the operator say "Sie", everybody's own pages and the
 * public ones say "du", and what both may meet says neither.
 */
type Address = "du" | "Sie" | "neither";

const FORMAL: readonly Namespace[] = [
  ...(["allocation", "audit", "books", "clearance", "dealform", "deals"] as const),
  ...(["jobs", "manifests", "operator", "parties"] as const),
];
const NEITHER: readonly Namespace[] = ["flow", "problems", "shell", "ui"];
/** Parts of a namespace that speak otherwise than the whole. */
const OTHERWISE: Readonly<Record<string, Address>> = {
  "works.proofRules": "Sie", // on the settings page of a platform
  "settings.keys": "neither", // a person's keys and an organisation's
  "settings.keys.title": "du",
  "settings.keys.lead": "du",
  "tour.platform": "Sie",
  "tour.operator": "Sie",
  "mails.signIn": "neither",
  "mails.invitation": "Sie",
  notices: "neither",
  "notices.organisation": "Sie",
};

/** Whom a notice is for. What tells anybody at all, such as of a new device, is said with neither word. */
const CREATORS = /^(deal_(noticed|amended|cancelled)|join_|terms_|handle_|author_|seat_|share_|money_)/;
const ORGANISATIONS =
  /^(deal_(funded|reported|accepted|declined|terms_changed|other_licensee|payment_due|cancel_|ended)|operator_|member_|organisation_|manifest_|clearance_|allocation_)/;
const addressOfKind = (kind: NoticeView["kind"]): Address =>
  CREATORS.test(kind) ? "du" : ORGANISATIONS.test(kind) ? "Sie" : "neither";

const DU = /(?<![\p{L}-])(du|dich|dir|dein(e[mnrs]?)?)(?![\p{L}])/iu;
/** Within a sentence, where it cannot be a capitalised "she" or "they". */
const SIE = /[\p{Ll},] (Sie|Ihnen|Ihre?[mnrs]?)(?![\p{L}])/u;

const flat = (catalogue: Catalogue, path: string): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}.${key}`, value]] : flat(value, `${path}.${key}`),
  );

function addressOf(key: string): Address {
  const kind = Notice.shape.kind.options.find((one) => key.startsWith(`notices.kinds.${one}.`));
  if (kind !== undefined) return addressOfKind(kind);
  const parts = key.split(".");
  for (let n = parts.length; n > 0; n -= 1) {
    const own = OTHERWISE[parts.slice(0, n).join(".")];
    if (own !== undefined) return own;
  }
  const namespace = parts[0] as Namespace;
  return FORMAL.includes(namespace) ? "Sie" : NEITHER.includes(namespace) ? "neither" : "du";
}

test("German pages say du or Sie to the right people, never both", () => {
  const faults = Object.entries(catalogueOf("de"))
    .flatMap(([namespace, messages]) => flat(messages, namespace))
    .flatMap(([key, message]) => {
      const wanted = addressOf(key);
      const du = DU.test(message) && wanted !== "du";
      const sie = SIE.test(message) && wanted !== "Sie";
      return du || sie ? [`${key} should say ${wanted}: ${message}`] : [];
    });
  expect(faults).toEqual([]);
});
