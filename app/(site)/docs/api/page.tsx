import type { Metadata } from "next";
import { apiDescription } from "@/app/_web/api-description";
import { allOperations } from "@/app/api/v1/_operations/all";
import { LinkButton } from "@/ui/button";
import { Page, Section } from "@/ui/page";
import { ApiGuide } from "./_components/api-guide";
import { Contents } from "./_components/contents";
import { OperationArticle } from "./_components/operation-article";

export const metadata: Metadata = {
  title: "API",
  description: "The Remit API: every address, what it takes, what it answers, and how to try it.",
};

export default function ApiDocsPage() {
  const document = apiDescription(allOperations);
  const server = String(document.servers[0]?.url ?? "");
  const groups = document.tags.map(({ name }) => ({
    name,
    operations: Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation.tags.includes(name))
        .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    ),
  }));
  return (
    <Page
      title="API"
      lead="Everything the pages can do, a program can do. This page is made from the same schemas that check each request."
      actions={
        <>
          <LinkButton variant="secondary" href="/docs/api/problems">
            Problems
          </LinkButton>
          <LinkButton variant="secondary" href="/api/v1/openapi.json" prefetch={false}>
            OpenAPI 3.1
          </LinkButton>
        </>
      }
    >
      <ApiGuide server={server} />
      <Contents groups={groups} />
      {groups.map((group) => (
        <Section key={group.name} id={group.name.toLowerCase()} title={group.name}>
          <div className="flex flex-col divide-y divide-rule">
            {group.operations.map((entry) => (
              <OperationArticle
                key={entry.operation.operationId}
                {...entry}
                server={server}
                document={document}
              />
            ))}
          </div>
        </Section>
      ))}
    </Page>
  );
}
