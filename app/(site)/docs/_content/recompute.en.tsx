import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";
import { DIGEST_JSON, downloadCalls, RUN_RECIPE } from "./calls";
import type { Guide } from "./section";

const FILES = [
  {
    term: <Code inline>weights.parquet</Code>,
    value:
      "Per contributor: pseudonym, items, tokens, weight (millionths), minimum price (millionths of the currency per 1,000 tokens). A contributor with several minimum prices or shared works has several lines.",
  },
  {
    term: <Code inline>recipe.sql</Code>,
    value: "The statements the split was computed with, including its constants.",
  },
  { term: <Code inline>shares.csv</Code>, value: "The result: base, leftover unit, amount in minor units." },
];

const STEPS = [
  {
    term: "Who is in",
    value:
      "A minimum price per 1,000 tokens becomes an ask per unit of weight. The asks are sorted, and as many are included as the pool can pay at one rate. The boundary is in the recipe as an exact fraction. Among equal asks, a hash of the input digest and the pseudonym decides, so no name is favoured. Without minimum prices everyone is included.",
  },
  {
    term: "Caps",
    value:
      "A contributor who would get more than the cap gets the cap. The rest is divided among the others by the same rule. When every contributor is at the cap, the rest goes into the reserve.",
  },
  {
    term: "Shares",
    value: (
      <>
        <Code inline>floor(sum × weight / total)</Code>, in integers. The sum is the contributors’ part less
        the reserve and less what contributors at the cap get. Whole minor units that are left go to the
        largest remainders, one each; ties go to the smaller pseudonym, bytewise. All shares, plus any amount
        left by the cap, add up to exactly the amount to divide.
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
          one folder. A browser puts the id of the split before each name. Remove it, so that the names match
          the table, and call the shares <Code inline>published.csv</Code>.
        </p>
        <p>
          Or through the <TextLink href="/docs/api">API</TextLink>, with a key of{" "}
          <TextLink href="/me/keys">your own</TextLink> that can read splits:
        </p>
        <Code label="Shell">{downloadCalls(server)}</Code>
        <Definitions items={FILES} />
        <p>
          Contributors appear under pseudonyms that belong to this one deal. Yours is on “Explain this
          payment”, and only you can see it.
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
          <a href="https://duckdb.org/docs/installation/">DuckDB</a> is a single, free program and needs no
          server. The recipe writes <Code inline>shares.csv</Code>; it is the published file, byte for byte.
          The last lines it prints show that the shares, plus any amount left by the cap, add up to the amount
          to divide.
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
          The engine computes no logarithms and no floating-point numbers: score multipliers are integers,
          computed once per distinct score before weights are added up, as{" "}
          <Code inline>round(10^6 · (1 + ln(1 + max(score, 0))))</Code>.
        </p>
      </>
    ),
  },
];
