import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import { ATTESTATION_JWT } from "./calls";
import type { Guide } from "./section";

export const platformGuide: Guide = () => [
  {
    id: "sign-up",
    title: "1. Sign up and get verified",
    body: (
      <p>
        Sign in with your work address and{" "}
        <TextLink href="/me/organisations/new">sign up your organisation</TextLink>: its name and the host
        your content is on. Invite your team with the role each person needs, and create API keys that have
        only the scopes a program needs.
      </p>
    ),
  },
  {
    id: "verification",
    title: "Verification",
    body: (
      <>
        <p>
          An operator checks who you are and verifies your organisation. There is nothing to install. The{" "}
          <Code inline>state</Code> of{" "}
          <TextLink href="/docs/api/parties">
            <Code inline>{"GET /organisations/{organisationId}"}</Code>
          </TextLink>{" "}
          says when it is done.
        </p>
        <p>
          Until then you can write drafts, upload manifests, clear them and preview splits. Reporting a deal,
          giving notice and sealing are refused with <Code inline>ORGANISATION_UNVERIFIED</Code>, you are not
          in the list that contributors choose from, and you can store fewer bytes and send{" "}
          {LIMITS.invitationsPerDayUnverified} invitations a day instead of {LIMITS.invitationsPerDay}.
        </p>
        <p>
          No two verified platforms have the same host. A verified platform that changes its host is
          unverified until an operator has verified it again.
        </p>
      </>
    ),
  },
  {
    id: "host",
    title: "Which rows are on your host",
    body: (
      <>
        <p>
          The <Code inline>url</Code> of a row has to be on your host or below it: with{" "}
          <Code inline>forum.example</Code>, <Code inline>www.forum.example</Code> is, and{" "}
          <Code inline>forum.example.net</Code> is not. A row on another host is rejected with{" "}
          <Code inline>url_other_host</Code>. An address that begins with <Code inline>/</Code> gets your
          host.
        </p>
        <p>
          Only <Code inline>url</Code> is compared; a <Code inline>content_id</Code> is not, even where it is
          an address. Without a host, addresses on any host are taken. A row counts for the names on your
          platform in either case, because it is your manifest.
        </p>
      </>
    ),
  },
  {
    id: "attest",
    title: "Confirm your contributors’ names",
    body: (
      <>
        <p>
          Contributors can prove their names with your confirmation. Add a public key (Ed25519 or P-256, as a
          JWK) in the settings of your organisation. When a contributor enters the code we gave them in your
          settings, sign a JWT with the private key and send it to{" "}
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
        Enter the licensee, the price, the uses, open or closed weights, and the term; how much goes to
        contributors, how it is weighted, and a reserve and a cap if you want them. Only you can see a draft.
        Once you report it, the licensee sees it too, and each change is an amendment with a reason.
      </p>
    ),
  },
  {
    id: "manifest",
    title: "3. Upload the manifest",
    body: (
      <p>
        One row per item: who wrote it, which item, when, how long. Try a dry run first.{" "}
        <TextLink href="/docs/guides/manifest">
          Formats, columns and every reason why a row is rejected
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
        Contributors with a proved name get notice, and can object or join until it ends. On platform terms
        the notice lasts at least seven days. You see how many contributors answered, but not their names.
      </p>
    ),
  },
  {
    id: "clear",
    title: "5. Clear, compare, seal",
    body: (
      <>
        <p>
          A clearance decides every row as of one instant: cleared, refused or not set, with a reason and a
          signed certificate. A split then computes every share. Compare other weightings with the deal’s own
          to see who gains and who loses. You cannot seal a what-if.
        </p>
        <p>
          Sealing locks the terms and the split together. The deal is in the{" "}
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
        When the operator has confirmed the licensee’s payment, every share is posted: to people who have
        proved their names, and on hold for all others. None of it goes back to you or to Remit.{" "}
        <TextLink href="/docs/rules">The rules</TextLink> explain where each cent goes.
      </p>
    ),
  },
];
