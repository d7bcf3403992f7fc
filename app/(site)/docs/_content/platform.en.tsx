import { Code } from "@/ui/code";
import { TextLink } from "@/ui/text-link";
import { ATTESTATION_JWT } from "./calls";
import type { Guide } from "./section";

export const platformGuide: Guide = () => [
  {
    id: "sign-up",
    title: "1. Sign up, and be verified",
    body: (
      <p>
        Sign in with your work address and{" "}
        <TextLink href="/me/organisations/new">sign up your organisation</TextLink>: its name and the host
        your content is on. An operator verifies that it is you; until then you can prepare drafts. Invite
        your team with the role each person needs, and make API keys that carry only the scopes a program
        needs.
      </p>
    ),
  },
  {
    id: "attest",
    title: "Confirm who holds which name",
    body: (
      <>
        <p>
          Contributors can prove their names by a word of yours. Give your organisation a public key (Ed25519
          or P-256, as a JWK) in its settings, or as <Code inline>attestationKey</Code> by the API. When a
          contributor enters the code we gave them in your settings, sign a JWT with the private key and send
          it to{" "}
          <TextLink href="/docs/api/works">
            <Code inline>POST /handles/attestations</Code>
          </TextLink>
          , or show it to them to paste.
        </p>
        <Code label="JWT">{ATTESTATION_JWT}</Code>
      </>
    ),
  },
  {
    id: "deal",
    title: "2. Write and report the deal",
    body: (
      <p>
        Licensee, sum, uses, open or closed weights, term; which part goes to contributors, how it is weighed,
        a reserve and a cap if you want them. A draft is yours alone. Reporting shows it to the licensee; from
        then on each change is an amendment with a reason.
      </p>
    ),
  },
  {
    id: "manifest",
    title: "3. Upload the manifest",
    body: (
      <p>
        One row an item: who wrote it, which item, when, how long. Try it as a dry run first.{" "}
        <TextLink href="/docs/guides/manifest">
          Formats, columns and every reason a row is rejected for
        </TextLink>
        .
      </p>
    ),
  },
  {
    id: "notice",
    title: "4. Give notice",
    body: (
      <p>
        Contributors with a proved name are told, and can object or join until the window ends. On platform
        terms it lasts at least seven days. You see how many answered, never who.
      </p>
    ),
  },
  {
    id: "clear",
    title: "5. Clear, compare, seal",
    body: (
      <>
        <p>
          A clearance decides every row as of one instant: cleared, refused or unset, with a reason and a
          signed certificate. A split then computes every share; run it with other weightings beside the
          deal’s own to see who gains and who loses. What-ifs cannot be sealed.
        </p>
        <p>
          Sealing locks the terms and the split together. The deal stands in the{" "}
          <TextLink href="/register">public register</TextLink> from that moment.
        </p>
      </>
    ),
  },
  {
    id: "pay",
    title: "6. Pay",
    body: (
      <p>
        When the operator has seen the licensee’s payment, every share enters the books: to people who proved
        their names, and held for all the others. Nothing of it comes back to you or to Remit.{" "}
        <TextLink href="/docs/rules">The rules</TextLink> say where each cent goes.
      </p>
    ),
  },
];
