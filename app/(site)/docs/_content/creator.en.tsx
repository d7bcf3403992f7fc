import { TextLink } from "@/ui/text/text-link";
import type { Guide } from "./section";

export const creatorGuide: Guide = () => [
  {
    id: "names",
    title: "Your names",
    body: (
      <p>
        Platforms report who wrote what by the names they know. So first claim the names that are yours:{" "}
        <TextLink href="/docs/guides/claim">claim a handle</TextLink>. You can also register a book, a paper
        or your own site as a work, with shares for co-authors.
      </p>
    ),
  },
  {
    id: "terms",
    title: "Your terms",
    body: (
      <>
        <p>
          For each use, your terms have one answer for models with open weights and one for models with closed
          weights: yes, no, or not set. A yes can have conditions: a minimum price, certain buyers or purposes
          only, attribution, no distillation, an end date.
        </p>
        <p>
          You can set terms for everything, and other terms for one handle, one part of a site or one work.
          The narrowest terms decide. “Not set” never counts as a yes in a deal that needs consent. A deal on
          the platform’s own terms includes people who have set no terms; a no still counts.
        </p>
        <p>
          You can change or withdraw your terms at any time. We keep every version. The versions in force at
          the time of a deal’s clearance decide that deal.
        </p>
      </>
    ),
  },
  {
    id: "deals",
    title: "Your deals",
    body: (
      <p>
        When a platform gives notice, you see the buyer, the uses, the price, the fee, the split and the dates
        in <TextLink href="/me/deals">your deals</TextLink>. During the notice you can object (you are left
        out, whatever your terms say) or join (you are included at the deal’s price). If a term that you were
        shown changes, the notice starts again.
      </p>
    ),
  },
  {
    id: "money",
    title: "Your money",
    body: (
      <p>
        Once the licensee has paid, every share is posted. “Explain this payment” shows how the price becomes
        your share, step by step, and <TextLink href="/docs/recompute">the recipe</TextLink> lets you compute
        the whole split yourself. Pending, held and paid money is always shown separately. The rules are on{" "}
        <TextLink href="/docs/rules">one page</TextLink>.
      </p>
    ),
  },
];
