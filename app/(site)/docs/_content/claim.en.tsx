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
        held for it you see roughly how much. If the name is already claimed you are told only that; you can
        still prove it, and an operator then decides between the two of you by the evidence.
      </p>
    ),
  },
  {
    id: "claim",
    title: "2. Say that it is yours",
    body: (
      <p>
        Sign in, open <TextLink href="/me/handles">your handles</TextLink>, choose the platform and write the
        name. Nothing follows from a claim that is not proved: no money moves, nobody is told, and the look-up
        answers as before. You can have {LIMITS.handleClaimsWaitingMax} unproved claims at a time.
      </p>
    ),
  },
  {
    id: "prove",
    title: "3. Prove it, in one of these ways",
    body: (
      <>
        <ul>
          <li>
            <strong>A code on your profile there.</strong> You get a code; put it in your bio and press the
            button. Only your profile counts: its address must end with your name, because others can write on
            the pages below it. Take the code away again once you are proved.
          </li>
          <li>
            <strong>A record at your domain</strong>, where names are domains: a DNS TXT record, a file below{" "}
            <Code inline>/.well-known/</Code>, or a meta tag on the first page.
          </li>
          <li>
            <strong>The platform confirms it</strong>, if it offers that: enter your code in its settings. It
            tells us by itself, or gives you a text to paste here.
          </li>
        </ul>
        <p>
          A code is good for {LIMITS.proofDays} days and stays on the page. When a check fails you read what
          we looked at, what we found and what to do. We also look again by ourselves, so you can close the
          page.
        </p>
      </>
    ),
  },
  {
    id: "after",
    title: "4. What happens then",
    body: (
      <>
        <p>
          What was held for the name moves to you in one entry on the books, and your home shows it. From then
          on your terms count for everything written under the name, and you are told of every new deal of
          that platform before it is sealed.
        </p>
        <p>You can let a handle go at any time. Money that came to you while it was yours stays yours.</p>
      </>
    ),
  },
];
