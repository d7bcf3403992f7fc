import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import type { DefinitionItem } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";

export const apiFacts: readonly DefinitionItem[] = [
  {
    term: "Keys",
    value: (
      <>
        Make one on <TextLink href="/me/keys">your keys page</TextLink>, or on that of your organisation. Send
        it as a Bearer token. A key carries scopes; without the one an address needs the answer is 403. A key
        expires, after {LIMITS.apiKeyDaysDefault} days unless you choose otherwise; from then on the answer is
        401 and <Code inline>facts.because</Code> is <Code inline>key_expired</Code>.
      </>
    ),
  },
  {
    term: "Confirming who you are",
    value: (
      <>
        What moves money, changes terms or gives power away asks a person for a sign-in within the last{" "}
        {LIMITS.stepUpMinutes} minutes, or answers 403 <Code inline>STEP_UP_REQUIRED</Code>. A key is not
        asked: whoever made it confirmed who they are then. What would outlive a key, such as another key or
        an invitation, no key may make; the answer is 403 <Code inline>STEP_UP_REQUIRED</Code>, and a person
        does it on the page. Copies of a person’s data are for that person alone, and an organisation’s key
        does not act on what belongs to a person; the answer is then 403 <Code inline>SCOPE_MISSING</Code>.
      </>
    ),
  },
  {
    term: "Whose it is",
    value: "What belongs to another party is answered with 404, exactly as if it did not exist.",
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
        for the next page; it is null on the last one. <Code inline>limit</Code> is {LIMITS.pageRowsMax} at
        most.
      </>
    ),
  },
  {
    term: "Repeating safely",
    value: (
      <>
        Send an <Code inline>Idempotency-Key</Code> with every write. The same key with the same request gets
        the first answer for {LIMITS.idempotencyHours} hours; with another request it is refused.
      </>
    ),
  },
  {
    term: "Editing",
    value: (
      <>
        What can be edited has a version: its read gives it as <Code inline>ETag</Code> and in the body. Send
        it back as <Code inline>If-Match</Code>. When somebody changed it meanwhile, the edit is refused with
        412 and nothing is overwritten; without a version it is refused with 428.{" "}
        <Code inline>If-Match: *</Code> overwrites whatever is stored.
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
        {LIMITS.apiRequestsPerMinute} requests a minute for a key or person,{" "}
        {LIMITS.anonymousRequestsPerMinute} for an address without one.{" "}
        <Code inline>RateLimit-Remaining</Code> says what is left; after 429 wait{" "}
        <Code inline>Retry-After</Code> seconds. A JSON body has {LIMITS.jsonBodyBytesMax / 1024 / 1024} MiB
        at most.
      </>
    ),
  },
  {
    term: "Request ids",
    value: (
      <>
        Every answer carries <Code inline>X-Request-Id</Code>. Tell us when something went wrong.
      </>
    ),
  },
  {
    term: "From a browser",
    value:
      "There are no CORS headers: a key belongs on your server. Only this description and the health check are open to any origin.",
  },
];
