import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import type { DefinitionItem } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";

export const apiFacts: readonly DefinitionItem[] = [
  {
    term: "Keys",
    value: (
      <>
        Create one on <TextLink href="/me/keys">your keys page</TextLink>, or on that of your organisation.
        Send it as a Bearer token. A key has scopes. Without the scope that an address needs, the answer is
        403. A key expires after {LIMITS.apiKeyDaysDefault} days unless you choose otherwise. After that the
        answer is 401 and <Code inline>facts.because</Code> is <Code inline>key_expired</Code>.
      </>
    ),
  },
  {
    term: "Confirming who you are",
    value: (
      <>
        An action that moves money, changes terms or grants access needs a sign-in within the last{" "}
        {LIMITS.stepUpMinutes} minutes, or answers 403 <Code inline>STEP_UP_REQUIRED</Code>. A key is not
        asked: the person who created it confirmed who they are then. A key cannot create anything that would
        outlive it, such as another key or an invitation. The answer is 403{" "}
        <Code inline>STEP_UP_REQUIRED</Code>, and a person does it on the page. Copies of a person’s data are
        only for that person, and an organisation’s key cannot act on a person’s own data. The answer is then
        403 <Code inline>SCOPE_MISSING</Code>.
      </>
    ),
  },
  {
    term: "Ownership",
    value: "Anything that belongs to another party is answered with 404, as if it did not exist.",
  },
  {
    term: "Money",
    value: (
      <>
        <Code inline>{'{"currency": "USD", "minor": "12345"}'}</Code>: minor units as decimal text, so no
        program rounds them.
      </>
    ),
  },
  { term: "Times", value: "UTC instants in ISO 8601; days as 2026-03-01." },
  {
    term: "Lists",
    value: (
      <>
        <Code inline>{'{"items": […], "nextCursor": "…"}'}</Code>. Send <Code inline>cursor=nextCursor</Code>{" "}
        for the next page. It is null on the last page. <Code inline>limit</Code> is at most{" "}
        {LIMITS.pageRowsMax}.
      </>
    ),
  },
  {
    term: "Safe retries",
    value: (
      <>
        Send an <Code inline>Idempotency-Key</Code> with every write. The same key with the same request gets
        the first answer for {LIMITS.idempotencyHours} hours. The same key with another request is refused.
      </>
    ),
  },
  {
    term: "Editing",
    value: (
      <>
        Anything you can edit has a version: a read returns it as <Code inline>ETag</Code> and in the body.
        Send it back as <Code inline>If-Match</Code>. If someone has changed it since, the edit is refused
        with 412 and nothing is overwritten. Without a version it is refused with 428.{" "}
        <Code inline>If-Match: *</Code> overwrites the stored version.
      </>
    ),
  },
  {
    term: "Refusals",
    value: (
      <>
        <Code inline>application/problem+json</Code> (RFC 9457) with a stable <Code inline>code</Code>, the
        fields at fault, the facts and the request id. All of them are in the{" "}
        <TextLink href="/docs/api/problems">catalogue</TextLink>.
      </>
    ),
  },
  {
    term: "Limits",
    value: (
      <>
        {LIMITS.apiRequestsPerMinute} requests per minute for a key or person,{" "}
        {LIMITS.anonymousRequestsPerMinute} for an address without one.{" "}
        <Code inline>RateLimit-Remaining</Code> says how many are left. After a 429, wait{" "}
        <Code inline>Retry-After</Code> seconds. A JSON body has at most{" "}
        {LIMITS.jsonBodyBytesMax / 1024 / 1024} MiB.
      </>
    ),
  },
  {
    term: "Request ids",
    value: (
      <>
        Every answer has an <Code inline>X-Request-Id</Code>. Send it to us if something went wrong.
      </>
    ),
  },
  {
    term: "From a browser",
    value:
      "There are no CORS headers: a key belongs on your server. Only this description and the health check are open to any origin.",
  },
];
