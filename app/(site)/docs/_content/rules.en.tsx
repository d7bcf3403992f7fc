import type { Guide } from "./section";

export const rulesGuide: Guide = () => [
  {
    id: "gross",
    title: "From the gross to the amount to divide",
    body: (
      <>
        <p>
          The deal states the contributors’ part of the gross. Remit’s fee is also a part of the gross, and is
          taken from the contributors’ part; it does not change what the platform keeps. The reserve is a part
          of what is left.
        </p>
        <p>
          Three amounts are rounded down to whole units. The fee: the fraction goes to contributors. The
          contributors’ part: the fraction goes to the platform. The reserve: the fraction is divided
          immediately.
        </p>
      </>
    ),
  },
  {
    id: "weight",
    title: "What counts",
    body: (
      <p>
        The deal’s weighting decides what each item counts: one each; its length in tokens; its length times
        one plus the logarithm of its score; its length times the platform’s quality measure; or the same for
        every contributor. A negative score counts as zero. Deleted items, and items without a name, belong to
        no one and count nothing.
      </p>
    ),
  },
  {
    id: "floors",
    title: "Minimum prices",
    body: (
      <>
        <p>
          Your terms can set a minimum price per 1,000 tokens. All minimum prices become a price per unit of
          weight and are sorted. The pool includes as many contributors as it can pay at one rate. So no one
          who is included gets less than their minimum price, and no one is paid more than others for the same
          weight. Contributors with a higher minimum price are left out: not paid and not licensed. They see
          the highest price that would have been met.
        </p>
        <p>
          If two contributors have the same minimum price and the pool can pay only one, a hash of the inputs
          and their pseudonyms decides. So no name is favoured, and the result can be computed again.
        </p>
      </>
    ),
  },
  {
    id: "cap",
    title: "Caps",
    body: (
      <p>
        A deal can set a maximum per contributor. A contributor who would get more gets exactly the cap. The
        rest is divided among the others by the same rule, from the largest weight down, until no one is above
        the cap. When every contributor is at the cap, the rest goes into the reserve.
      </p>
    ),
  },
  {
    id: "rounding",
    title: "The last cent",
    body: (
      <p>
        Each share is the sum times your weight over the total weight, rounded down to whole units. The units
        that are left go to the largest fractions, one each; ties go to the smaller pseudonym. So all shares
        add up to exactly the sum, less any amount left by the cap, and no share is more than one unit from
        its fraction.
      </p>
    ),
  },
  {
    id: "unclaimed",
    title: "Unclaimed money",
    body: (
      <p>
        A share for a name that is not proved is held under that name. When its owner proves the name, the
        share moves to them in one entry. If two people prove one name, the share is held until an operator
        decides. Before it is sealed, each deal states how many years unclaimed money is held (at least three)
        and where it goes after that. It is paid only after notice.
      </p>
    ),
  },
  {
    id: "reserve",
    title: "The reserve",
    body: (
      <p>
        The reserve is for late claims and disputes. Until the day the deal names, it is in the books under
        the deal itself. It is never a second fee.
      </p>
    ),
  },
];
