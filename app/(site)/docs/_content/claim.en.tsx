import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import type { Guide } from "./section";

export const claimGuide: Guide = () => [
  {
    id: "look-up",
    title: "1. Look the name up",
    body: (
      <p>
        <TextLink href="/look-up">Look up</TextLink> the name exactly as the platform shows it. If money is
        held for it, you see roughly how much. If the name is already proved, you see only that. You can still
        prove it too; an operator then compares the evidence and decides.
      </p>
    ),
  },
  {
    id: "claim",
    title: "2. Claim it",
    body: (
      <p>
        Sign in, open <TextLink href="/me/handles">your handles</TextLink>, choose the platform and enter the
        name. A claim without a proof has no effect: no money moves, no one gets a notice, and the look-up
        answers as before. You can have {LIMITS.handleClaimsWaitingMax} unproved claims at a time.
      </p>
    ),
  },
  {
    id: "prove",
    title: "3. Prove it in one of these ways",
    body: (
      <>
        <ul>
          <li>
            <strong>A code on your profile there.</strong> You get a code. Put it in your bio and press the
            button. Only your own profile counts: its address must end with your name, because others can
            write on the pages below it. You can remove the code once the name is proved.
          </li>
          <li>
            <strong>A record at your domain</strong>, where names are domains: a DNS TXT record, a file below{" "}
            <Code inline>/.well-known/</Code>, or a meta tag on the first page.
          </li>
          <li>
            <strong>The platform confirms it</strong>, if it offers that: enter your code in its settings. It
            confirms to us directly, or gives you a text to paste here.
          </li>
        </ul>
        <p>
          A code is valid for {LIMITS.proofDays} days and stays on the page. When a check fails, you see what
          we checked, what we found and what to do. We keep checking, so you can close the page.
        </p>
      </>
    ),
  },
  {
    id: "after",
    title: "4. What happens next",
    body: (
      <>
        <p>
          The money held for the name moves to you in one entry, and your home shows it. From then on your
          terms apply to everything written under the name, and you get notice of every new deal of that
          platform before it is sealed.
        </p>
        <p>You can give up a handle at any time. Money you received while it was yours stays yours.</p>
      </>
    ),
  },
];
