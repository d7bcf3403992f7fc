import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { allOperations } from "@/app/api/v1/_operations/all";
import { openApi } from "./openapi";

/** Rules of the strict set that this API breaks on purpose. */
const RULES = {
  // "/works/{workId}/retire" and "/works/invitations/{token}" cannot collide: no work has the id "invitations".
  "no-ambiguous-paths": "off",
  // Nobody is licensed to run a server of this API of their own.
  "info-license": "off",
  "info-license-strict": "off",
  // Not of the strict set.
  "operation-operationId": "error",
  "operation-operationId-url-safe": "error",
  "no-required-schema-properties-undefined": "error",
  "no-invalid-media-type-examples": "error",
  "no-invalid-schema-examples": "error",
  "no-invalid-parameter-examples": "error",
} as const;

test("a strict linter finds nothing to say about the description", async () => {
  const config = await createConfig({ extends: ["recommended-strict"], rules: RULES });
  const source = JSON.stringify(openApi(allOperations, "https://api.remit.example"));
  const found = await lintFromString({ source, absoluteRef: "openapi.json", config });
  expect(
    found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`),
  ).toEqual([]);
}, 30_000);
