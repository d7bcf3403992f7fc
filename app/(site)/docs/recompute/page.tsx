import type { Metadata } from "next";
import { apiDescription } from "@/app/_web/api-description";
import { allOperations } from "@/app/api/v1/_operations/all";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { Page, Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";

export const metadata: Metadata = {
  title: "Recompute your share",
  description: "How anybody with a share in a deal computes it again, from published files, byte for byte.",
};

/** docs/guides/recompute-your-share.md as a page: the same three steps, for readers without the repository. */
export default function RecomputePage() {
  return (
    <Page
      title="Recompute your share"
      lead="Every split publishes what its shares follow from, so that nobody has to take our word for a number. You need DuckDB 1.2 or newer, and a minute."
    >
      <GetTheFiles />
      <RunTheRecipe />
      <WhatItDoes />
    </Page>
  );
}

function GetTheFiles() {
  return (
    <Section title="1. Get the files">
      <div className="prose">
        <p>
          From “Explain this payment” of the deal (in <TextLink href="/me/deals">your deals</TextLink>), into
          one folder. A browser puts the id of the split before each name: take it off again, so that the
          names are those of the table, and call the shares <Code inline>published.csv</Code>.
        </p>
        <p>
          Or through the <TextLink href="/docs/api">API</TextLink>, with a key of{" "}
          <TextLink href="/me/keys">your own</TextLink> that may read splits:
        </p>
      </div>
      <Code label="Shell">{download()}</Code>
      <Definitions items={FILES} />
      <p className="max-w-[68ch]">
        Contributors appear under pseudonyms that belong to this one deal. Yours is on “Explain this payment”,
        and only you are told it.
      </p>
    </Section>
  );
}

function RunTheRecipe() {
  return (
    <Section title="2. Run the recipe">
      <Code label="Shell">{`duckdb < recipe.sql
cmp shares.csv published.csv && echo "the same bytes"`}</Code>
      <div className="prose">
        <p>
          <a href="https://duckdb.org/docs/installation/">DuckDB</a> is one program, free, and needs no
          server. The recipe writes <Code inline>shares.csv</Code>; it is the published file, byte for byte.
          The last lines it prints show that what was paid is what was to be divided.
        </p>
        <p>
          Find your line by your pseudonym. The SHA-256 of <Code inline>shares.csv</Code> is the{" "}
          <Code inline>output</Code> in the digest of the split, which is the SHA-256 over this canonical
          JSON:
        </p>
      </div>
      <Code copy={false}>{`{"input":<inputDigest>,"kind":"remit/allocation/1","output":<that sum>}`}</Code>
    </Section>
  );
}

function WhatItDoes() {
  return (
    <Section title="3. What it does">
      <Definitions items={STEPS} />
      <p className="max-w-[68ch]">
        The engine computes no logarithm and no floating-point number: score multipliers are integers, made
        once per distinct score before weights are summed, as{" "}
        <Code inline>round(10^6 · (1 + ln(1 + max(score, 0))))</Code>.
      </p>
    </Section>
  );
}

function download(): string {
  const server = String(apiDescription(allOperations).servers[0]?.url ?? "");
  return `BASE=${server}/allocations/alc_…
for file in weights.parquet recipe.sql shares.csv; do
  curl -fsS -H "Authorization: Bearer $REMIT_KEY" -o "$file" "$BASE/$file"
done
mv shares.csv published.csv`;
}

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
      "Whoever would get more than the cap gets the cap; the rest is divided among the others by the same rule.",
  },
  {
    term: "Shares",
    value: (
      <>
        <Code inline>floor(pool × weight / total)</Code>, in integers. Whole minor units that are left go one
        each to the largest remainders, ties to the smaller pseudonym, bytewise. The sum is exactly the pool.
      </>
    ),
  },
];
