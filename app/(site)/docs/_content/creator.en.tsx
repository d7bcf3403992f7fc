import { TextLink } from "@/ui/text/text-link";
import type { Guide } from "./section";

export const creatorGuide: Guide = () => [
  {
    id: "names",
    title: "Your names",
    body: (
      <p>
        Platforms report who wrote what by the names they know. So the first thing is to say which of those
        names are yours: <TextLink href="/docs/guides/claim">claim a handle</TextLink>. A book, a paper or a
        site of your own can be registered as a work too, with shares for co-authors.
      </p>
    ),
  },
  {
    id: "terms",
    title: "Your terms",
    body: (
      <>
        <p>
          Terms answer one question for each use, once for models whose weights are open and once for closed
          ones: yes, no, or not said. A yes can have conditions: a least price, only certain buyers or
          purposes, attribution, no distillation, an end date.
        </p>
        <p>
          You can say them once for everything, and differently for one handle, one part of a site or one
          work; the narrower always counts. Not said is never a yes where a deal needs consent. Where a deal
          rests on the platform’s own terms, silence is included, and a no still counts.
        </p>
        <p>
          Change or withdraw them whenever you like. Each version is kept; a deal is decided by the versions
          in force at the instant its clearance names.
        </p>
      </>
    ),
  },
  {
    id: "deals",
    title: "Deals that touch you",
    body: (
      <p>
        When a platform gives notice, you see the buyer, the uses, the sum, the fee, the split and the dates
        in <TextLink href="/me/deals">your deals</TextLink>. While the notice runs you can object (you are
        out, whatever your terms say) or join (you are in at the deal’s price). Changing a term that you were
        shown starts the notice anew.
      </p>
    ),
  },
  {
    id: "money",
    title: "Your money",
    body: (
      <p>
        Once the licensee has paid, every share is on the books. “Explain this payment” goes from the gross to
        your cent, one number at a time, and <TextLink href="/docs/recompute">the recipe</TextLink> lets you
        compute the whole split yourself. What is pending, held and paid stands apart, always. The rules are
        on <TextLink href="/docs/rules">one page</TextLink>.
      </p>
    ),
  },
];
