import type { OpenApi } from "@/app/_web/api/openapi";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { curlOf } from "./curl";
import type { Listed } from "./groups";
import { SchemaText } from "./schema-text";
import { fieldWords } from "./schema-words";

/** One operation: what it needs, takes and answers, and a call to copy. */
export function OperationArticle(props: Listed & { server: string; document: OpenApi }) {
  const { path, method, operation, document } = props;
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  const answer = Object.entries(success?.[1].content ?? {})[0];
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  const scope = operation.security[0]?.apiKey?.[0];
  return (
    <article id={operation.operationId} className="flex scroll-mt-4 flex-col gap-4 py-8 first:pt-0">
      <header className="flex flex-col gap-2">
        <h2 className="font-sans text-base font-semibold">{operation.summary}</h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="font-mono text-sm wrap-anywhere">
            <span className="font-semibold text-accent">{method}</span> {path}
          </span>
          {scope ? <Badge>{scope}</Badge> : <Badge tone="good">open to anyone</Badge>}
        </p>
        {operation.description && <p className="max-w-[68ch] text-muted">{operation.description}</p>}
      </header>
      {operation.parameters.length > 0 && <Parameters {...props} />}
      {body && (
        <Part title={`Body, ${body[0]}`} open>
          <SchemaText schema={body[1].schema ?? {}} document={document} />
        </Part>
      )}
      {answer && (
        <Part title={`Answer ${success?.[0]}, ${answer[0]}`}>
          <SchemaText schema={answer[1].schema ?? {}} document={document} />
        </Part>
      )}
      <p className="text-sm text-muted">
        Refusals:{" "}
        {Object.keys(operation.responses)
          .filter((status) => !status.startsWith("2"))
          .join(", ")}
      </p>
      <CurlText>{curlOf(props)}</CurlText>
    </article>
  );
}

function CurlText({ children }: { children: string }) {
  return (
    <pre className="rounded border border-rule bg-wash p-3 font-mono text-[0.8125rem] leading-6 wrap-anywhere whitespace-pre-wrap">
      {children}
    </pre>
  );
}

/** What a request takes is open, because nobody calls without it; what it answers opens on a click. */
function Part({ title, open, children }: { title: string; open?: boolean; children: React.ReactNode }) {
  return (
    <details className="group" open={open}>
      <summary className="cursor-pointer py-1 text-sm font-medium">{title}</summary>
      <div className="mt-2 text-sm">{children}</div>
    </details>
  );
}

function Parameters({ operation, document, method, path }: Listed & { document: OpenApi }) {
  return (
    <div className="text-sm">
      <Table caption={`Parameters of ${method} ${path}`}>
        <THead>
          <Tr>
            <Th>Parameter</Th>
            <Th>In</Th>
            <Th>Type</Th>
            <Th>Meaning</Th>
          </Tr>
        </THead>
        <TBody>
          {operation.parameters.map((parameter) => (
            <Tr key={parameter.in + parameter.name}>
              <Td label="Parameter">
                <span className="font-mono">{parameter.name}</span>
                {parameter.required && <span className="text-muted"> required</span>}
              </Td>
              <Td label="In">{parameter.in}</Td>
              <Td label="Type">{fieldWords(parameter.schema, parameter.required, document)}</Td>
              <Td label="Meaning">{parameter.description}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  );
}
