import type { OpenApi, Schema } from "@/app/_web/api/openapi";
import { resolveSchema, schemaLines, schemaWords } from "./schema-words";

/** A JSON shape as text: a page with a hundred shapes stays light. What is not an object is said in a sentence. */
export function SchemaText({ schema, document }: { schema: Schema; document: OpenApi }) {
  const lines = schemaLines(schema, document);
  if (lines.length === 0)
    return <p className="text-muted">{schemaWords(resolveSchema(schema, document), document)}</p>;
  return (
    <pre className="rounded border border-rule bg-wash p-3 font-mono text-[0.8125rem] leading-6 break-words whitespace-pre-wrap">
      {lines.join("\n")}
    </pre>
  );
}
