import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";
import { DIGEST_JSON, downloadCalls, RUN_RECIPE } from "./calls";
import type { Guide } from "./section";

const FILES = [
  {
    term: <Code inline>weights.parquet</Code>,
    value:
      "Per contributor: pseudonym, items, tokens, weight (millionths), floor (millionths of the currency per 1,000 tokens). A contributor with several floors or shared works has several lines.",
  },
  {
    term: <Code inline>recipe.sql</Code>,
    value: "The very statements the run executed, with its constants written in.",
  },
  { term: <Code inline>shares.csv</Code>, value: "The result: base, leftover unit, amount in minor units." },
];

const STEPS = [
  {
    term: "Who is in",
    value:
      "A floor per 1,000 tokens becomes an ask per unit of weight. Asks are sorted; as many are admitted as the pool pays at one rate. The boundary is written into the recipe as an exact fraction; among equal asks a hash of the run's input digest and the pseudonym decides, so no name is favoured. Without floors everyone is in.",
  },
  {
    term: "Caps",
    value:
      "Whoever would get more than the cap gets the cap; the rest is divided among the others by the same rule. When everybody is at the cap, what is left goes into the reserve.",
  },
  {
    term: "Shares",
    value: (
      <>
        <Code inline>floor(sum × weight / total)</Code>, in integers; the sum is the contributors’ part less
        the reserve and less what the capped get. Whole minor units that are left go one each to the largest
        remainders, ties to the smaller pseudonym, bytewise. All shares, and what a cap keeps from everybody,
        are together exactly what was to be divided.
      </>
    ),
  },
];

export const recomputeGuide: Guide = ({ server }) => [
  {
    id: "files",
    title: "1. Get the files",
    body: (
      <>
        <p>
          From “Explain this payment” of the deal (in <TextLink href="/me/deals">your deals</TextLink>), into
          one folder. A browser puts the id of the split before each name: take it off again, so that the
          names are those of the table, and call the shares <Code inline>published.csv</Code>.
        </p>
        <p>
          Or through the <TextLink href="/docs/api">API</TextLink>, with a key of{" "}
          <TextLink href="/me/keys">your own</TextLink> that may read splits:
        </p>
        <Code label="Shell">{downloadCalls(server)}</Code>
        <Definitions items={FILES} />
        <p>
          Contributors appear under pseudonyms that belong to this one deal. Yours is on “Explain this
          payment”, and only you are told it.
        </p>
      </>
    ),
  },
  {
    id: "run",
    title: "2. Run the recipe",
    body: (
      <>
        <Code label="Shell">{RUN_RECIPE}</Code>
        <p>
          <a href="https://duckdb.org/docs/installation/">DuckDB</a> is one program, free, and needs no
          server. The recipe writes <Code inline>shares.csv</Code>; it is the published file, byte for byte.
          The last lines it prints show that what was paid, and what a cap keeps from everybody, are together
          what was to be divided.
        </p>
        <p>
          Find your line by your pseudonym. The SHA-256 of <Code inline>shares.csv</Code> is the{" "}
          <Code inline>output</Code> in the digest of the split, which is the SHA-256 over this canonical
          JSON:
        </p>
        <Code copy={false}>{DIGEST_JSON}</Code>
      </>
    ),
  },
  {
    id: "what-it-does",
    title: "3. What it does",
    body: (
      <>
        <Definitions items={STEPS} />
        <p>
          The engine computes no logarithm and no floating-point number: score multipliers are integers, made
          once per distinct score before weights are summed, as{" "}
          <Code inline>round(10^6 · (1 + ln(1 + max(score, 0))))</Code>.
        </p>
      </>
    ),
  },
];
