/** Commands that work without changes in the demo world. */
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

/** A large file in pieces (tus 1.0): open it, send bytes, ask how many are there, and take the file in. */
export const resumableCalls = (server: string): string => {
  const uploads = `${new URL(server).origin}/api/uploads`;
  return `# 1. Open an upload. The answer's Location is its address: /api/uploads/upl_…
curl -i -X POST "${uploads}" \\
  -H "Authorization: Bearer $REMIT_KEY" -H "Tus-Resumable: 1.0.0" \\
  -H "Upload-Length: $(wc -c < manifest.csv | tr -d ' ')" \\
  -H "Upload-Metadata: dealId $(printf %s "$DEAL_ID" | base64),filename $(printf %s manifest.csv | base64)"

# 2. Send bytes, from the offset the server has.
curl -i -X PATCH "${uploads}/$UPLOAD_ID" \\
  -H "Authorization: Bearer $REMIT_KEY" -H "Tus-Resumable: 1.0.0" \\
  -H "Upload-Offset: 0" -H "Content-Type: application/offset+octet-stream" \\
  --data-binary @manifest.csv

# 3. After a break: ask for Upload-Offset, and send the rest from there.
curl -I "${uploads}/$UPLOAD_ID" \\
  -H "Authorization: Bearer $REMIT_KEY" -H "Tus-Resumable: 1.0.0"

# 4. Make a manifest of it.
curl -X POST "${server}/uploads/$UPLOAD_ID/manifest" \\
  -H "Authorization: Bearer $REMIT_KEY" -H "Content-Type: application/json" \\
  -d '{"mapping":{"columns":{"contributor":"author"}}}'`;
};

/** Reading, and writing back with the version that was read. */
export const editCalls = (server: string): string => `curl -i "${server}/deals/$DEAL_ID" \\
  -H "Authorization: Bearer $REMIT_KEY"        # ETag: "3"
curl -X PATCH "${server}/deals/$DEAL_ID" \\
  -H "Authorization: Bearer $REMIT_KEY" \\
  -H 'If-Match: "3"' -H "Content-Type: application/json" \\
  -d '{"title":"Forum archive"}'`;

/** A column mapping with everything it can say. */
export const MAPPING_JSON = `{
  "columns": {
    "contributor": "author_name",
    "content_id": "post_no",
    "created_at": "posted",
    "chars": "length"
  },
  "charsPerToken": 4,
  "createdAt": "epoch_seconds",
  "encoding": "windows-1252",
  "delimiter": ";",
  "thousands": "point",
  "decimal": "comma",
  "deletedMarkers": ["[deleted]", "Deleted user"]
}`;

/** What a platform signs to say that a name is somebody's. */
export const ATTESTATION_JWT = `header   {"alg": "EdDSA"}
payload  {"iss": "org_…", "sub": "<the code of the proof>", "handle": "early-ferry",
          "jti": "<new each time>", "exp": <in a few minutes>}`;

/** The published files of one split, named as the recipe expects them. */
export const downloadCalls = (server: string): string => `BASE=${server}/allocations/alc_…
for file in weights.parquet recipe.sql shares.csv; do
  curl -fsS -H "Authorization: Bearer $REMIT_KEY" -o "$file" "$BASE/$file"
done
mv shares.csv published.csv`;

export const RUN_RECIPE = `duckdb < recipe.sql
cmp shares.csv published.csv && echo "the same bytes"`;
export const DIGEST_JSON = `{"input":<inputDigest>,"kind":"remit/allocation/1","output":<sum>}`;
