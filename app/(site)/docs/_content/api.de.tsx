import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import type { DefinitionItem } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";

export const apiFacts: readonly DefinitionItem[] = [
  {
    term: "Schlüssel",
    value: (
      <>
        Legen Sie einen auf <TextLink href="/me/keys">Ihrer Schlüsselseite</TextLink> an oder auf der Ihrer
        Organisation, und senden Sie ihn als Bearer-Token. Ein Schlüssel trägt Berechtigungen (Scopes); fehlt
        die, die eine Adresse braucht, ist die Antwort 403. Ein Schlüssel läuft ab, nach{" "}
        {LIMITS.apiKeyDaysDefault} Tagen, wenn Sie nichts anderes wählen; von da an ist die Antwort 401, und{" "}
        <Code inline>facts.because</Code> ist <Code inline>key_expired</Code>.
      </>
    ),
  },
  {
    term: "Identität bestätigen",
    value: (
      <>
        Was Geld bewegt, Bedingungen ändert oder Rechte weitergibt, verlangt von einer Person eine Anmeldung
        in den letzten {LIMITS.stepUpMinutes} Minuten; sonst ist die Antwort 403{" "}
        <Code inline>STEP_UP_REQUIRED</Code>. Ein Schlüssel wird nicht gefragt: Wer ihn angelegt hat, hat
        dabei die eigene Identität bestätigt. Was einen Schlüssel überdauern würde, etwa einen weiteren
        Schlüssel oder eine Einladung, darf kein Schlüssel anlegen; die Antwort ist 403{" "}
        <Code inline>STEP_UP_REQUIRED</Code>, und ein Mensch tut es auf der Seite. Kopien der Daten einer
        Person sind nur für sie selbst, und der Schlüssel einer Organisation handelt nicht an dem, was einer
        Person gehört; dann ist die Antwort 403 <Code inline>SCOPE_MISSING</Code>.
      </>
    ),
  },
  {
    term: "Zugehörigkeit",
    value: "Was einer anderen Partei gehört, wird mit 404 beantwortet, genau so, als gäbe es das nicht.",
  },
  {
    term: "Geld",
    value: (
      <>
        <Code inline>{'{"currency": "USD", "minor": "12345"}'}</Code>: kleinste Einheiten als Dezimaltext,
        damit kein Programm sie rundet.
      </>
    ),
  },
  { term: "Zeiten", value: "Zeitpunkte in UTC nach ISO 8601; Tage wie 2026-03-01." },
  {
    term: "Listen",
    value: (
      <>
        <Code inline>{'{"items": […], "nextCursor": "…"}'}</Code>. Senden Sie{" "}
        <Code inline>cursor=nextCursor</Code> für die nächste Seite; auf der letzten ist er null.{" "}
        <Code inline>limit</Code> ist höchstens {LIMITS.pageRowsMax}.
      </>
    ),
  },
  {
    term: "Gefahrlos wiederholen",
    value: (
      <>
        Senden Sie mit jedem Schreiben einen <Code inline>Idempotency-Key</Code>. Derselbe Schlüssel mit
        derselben Anfrage bekommt {LIMITS.idempotencyHours} Stunden lang die erste Antwort; mit einer anderen
        Anfrage wird er abgewiesen.
      </>
    ),
  },
  {
    term: "Ändern",
    value: (
      <>
        Was geändert werden kann, hat eine Version: Die Abfrage nennt sie als <Code inline>ETag</Code> und im
        Inhalt. Senden Sie sie als <Code inline>If-Match</Code> zurück. Hat inzwischen jemand anders geändert,
        wird die Änderung mit 412 abgewiesen und nichts überschrieben; ohne Version wird sie mit 428
        abgewiesen. <Code inline>If-Match: *</Code> überschreibt, was auch immer gespeichert ist.
      </>
    ),
  },
  {
    term: "Abweisungen",
    value: (
      <>
        <Code inline>application/problem+json</Code> (RFC 9457) mit festem <Code inline>code</Code>, den
        betroffenen Feldern, den Fakten und der Kennung der Anfrage. Alle stehen im{" "}
        <TextLink href="/docs/api/problems">Katalog</TextLink>.
      </>
    ),
  },
  {
    term: "Grenzen",
    value: (
      <>
        {LIMITS.apiRequestsPerMinute} Anfragen in der Minute je Schlüssel oder Person,{" "}
        {LIMITS.anonymousRequestsPerMinute} je Adresse ohne einen. <Code inline>RateLimit-Remaining</Code>{" "}
        sagt, was übrig ist; nach 429 warten Sie <Code inline>Retry-After</Code> Sekunden. Ein JSON-Inhalt hat
        höchstens {LIMITS.jsonBodyBytesMax / 1024 / 1024} MiB.
      </>
    ),
  },
  {
    term: "Kennungen",
    value: (
      <>
        Jede Antwort trägt <Code inline>X-Request-Id</Code>. Nennen Sie sie uns, wenn etwas schiefging.
      </>
    ),
  },
  {
    term: "Aus einem Browser",
    value:
      "Es gibt keine CORS-Header: Ein Schlüssel gehört auf Ihren Server. Nur diese Beschreibung und die Zustandsabfrage stehen jeder Herkunft offen.",
  },
];
