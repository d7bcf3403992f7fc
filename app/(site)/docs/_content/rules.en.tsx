import type { Guide } from "./section";

export const rulesGuide: Guide = () => [
  {
    id: "gross",
    title: "From the gross to what is divided",
    body: (
      <>
        <p>
          The deal names a contributors’ part of the gross. Remit’s fee is a part of the gross too, and comes
          out of the contributors’ part; what the platform keeps is not touched by it. The reserve is a part
          of what is left.
        </p>
        <p>
          Three cuts to whole units, each with a named winner. The fee is rounded down: the fraction stays
          with contributors. The contributors’ part is rounded down: the fraction stays with the platform. The
          reserve is rounded down: the fraction is divided immediately.
        </p>
      </>
    ),
  },
  {
    id: "weight",
    title: "What counts",
    body: (
      <p>
        Each item weighs something by the deal’s weighting: one each; its length in tokens; its length times
        one plus the logarithm of its score; its length times the platform’s quality measure; or every
        contributor the same. A negative score counts as zero. Deleted and unnamed items belong to nobody and
        weigh nothing.
      </p>
    ),
  },
  {
    id: "floors",
    title: "Least prices",
    body: (
      <>
        <p>
          Your terms can name a least price for 1,000 tokens. All prices become a price per unit of weight and
          are sorted. As many are taken in as the pool can pay at one rate, so nobody who is in gets less than
          they asked, and nobody is paid more than others for the same weight. A contributor who asked for
          more is out: unpaid and not licensed. You see the highest price that would have been met.
        </p>
        <p>
          Where two asked exactly the same and only one fits, a hash of the inputs and their pseudonyms
          decides, so no name is favoured and the result can be computed again.
        </p>
      </>
    ),
  },
  {
    id: "cap",
    title: "Caps",
    body: (
      <p>
        A deal can say how much of the divided sum one contributor gets at most. A contributor who would get
        more gets exactly that; the rest is divided among the others by the same rule, from the heaviest on,
        until nobody is above it. When everybody is, what is left goes into the reserve.
      </p>
    ),
  },
  {
    id: "rounding",
    title: "The last cent",
    body: (
      <p>
        Each share is the sum times your weight over all weight, cut to whole units. The units this leaves
        over go one each to the largest fractions that were cut; among equal fractions to the smaller
        pseudonym. So all shares together are exactly the sum, less what a cap keeps from everybody, and no
        share is more than one unit from its fraction.
      </p>
    ),
  },
  {
    id: "unclaimed",
    title: "Money nobody has claimed",
    body: (
      <p>
        A share for a name that nobody has proved is held under that name. Proving the name moves it in one
        entry. Where two people prove one name it is held until an operator decides. Each deal says, before it
        is sealed, how many years unclaimed money is held (at least three) and where it then goes; that
        happens with notice, and never silently.
      </p>
    ),
  },
  {
    id: "reserve",
    title: "The reserve",
    body: (
      <p>
        It is there for late claims and disputes. Until the day the deal names it stands on the books under
        the deal itself; it is never a second fee.
      </p>
    ),
  },
];
