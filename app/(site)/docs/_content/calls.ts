/** Lines that work as they stand in the demo world. */
export const publicCalls = (server: string): string => `curl "${server}/register?limit=5"
curl "${server}/look-up?platform=harbourforum.example&handle=early-ferry"`;

/** With a key of an organisation or a person. */
export const readCalls = (server: string): string => `export REMIT_KEY=rmt_live_…
curl -H "Authorization: Bearer $REMIT_KEY" "${server}/deals"
curl -H "Authorization: Bearer $REMIT_KEY" "${server}/deals/$DEAL_ID/clearances"
curl -H "Authorization: Bearer $REMIT_KEY" "${server}/deals/$DEAL_ID/allocations"`;

/** A manifest in one request: the file's bytes are the body. */
export const manifestCall = (
  server: string,
): string => `curl -X POST "${server}/deals/$DEAL_ID/manifests?dryRun=true" \\
  -H "Authorization: Bearer $REMIT_KEY" \\
  -H "Content-Type: text/csv" \\
  --data-binary @manifest.csv`;

/** The published files of one split, named as the recipe expects them. */
export const downloadCalls = (server: string): string => `BASE=${server}/allocations/alc_…
for file in weights.parquet recipe.sql shares.csv; do
  curl -fsS -H "Authorization: Bearer $REMIT_KEY" -o "$file" "$BASE/$file"
done
mv shares.csv published.csv`;

export const RUN_RECIPE = `duckdb < recipe.sql
cmp shares.csv published.csv && echo "the same bytes"`;
export const DIGEST_JSON = `{"input":<inputDigest>,"kind":"remit/allocation/1","output":<sum>}`;
