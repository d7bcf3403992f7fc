import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import { publicCalls, readCalls } from "./calls";
import type { Guide } from "./section";

export const labGuide: Guide = ({ server, demo }) => [
  {
    id: "without-a-key",
    title: "1. Ohne Schlüssel",
    body: (
      <>
        <p>Das Register und das Nachschlagen stehen allen offen:</p>
        <Code label="Shell">{publicCalls(server)}</Code>
        <p>
          {LIMITS.lookUpsPerHour} Anfragen in der Stunde, nur genaue Namen. Listen haben einen{" "}
          <Code inline>nextCursor</Code>; senden Sie ihn als <Code inline>cursor</Code> zurück.
        </p>
      </>
    ),
  },
  {
    id: "key",
    title: "2. Mit einem Schlüssel",
    body: (
      <>
        <p>
          Lizenznehmer sind Sie, wenn eine Plattform Ihre Organisation in ihrem Vertrag nennt; Sie sehen ihn,
          sobald er gemeldet ist. Melden Sie sich an, öffnen Sie die Schlüssel Ihrer Organisation und legen
          Sie einen an, der lesen darf.
          {demo && " In dieser Demo-Welt: Melden Sie sich als Mitglied von Northwind Models an."}
        </p>
        <Code label="Shell">{readCalls(server)}</Code>
        <p>
          Die Freigabeprüfung zeigt in Zahlen, was die Lizenz umfasst: Zeilen, Token und Beitragende nach
          freigegeben, abgelehnt und offen, mit den Gründen. Nach dem Versiegeln können Sie auch die
          veröffentlichten Dateien der Zuteilung herunterladen.
        </p>
      </>
    ),
  },
  {
    id: "certificate",
    title: "3. Das Zertifikat prüfen",
    body: (
      <>
        <p>
          <Code inline>certificate</Code> einer Freigabeprüfung ist ein kompaktes JWS (EdDSA). Sein Inhalt
          nennt die SHA-256-Prüfsumme des Manifests, die Frage, den Stichtag und die Zahlen. Jede
          JOSE-Bibliothek prüft es mit den Schlüsseln unter{" "}
          <a href="/.well-known/jwks.json">/.well-known/jwks.json</a>; in Node.js:
        </p>
        <Code label="verify.mjs">{`import { compactVerify, createRemoteJWKSet } from "jose";
const keys = createRemoteJWKSet(new URL("${new URL(server).origin}/.well-known/jwks.json"));
const { payload } = await compactVerify(process.argv[2], keys);
console.log(JSON.parse(new TextDecoder().decode(payload)));`}</Code>
      </>
    ),
  },
  {
    id: "next",
    title: "4. Was für jeden Aufruf gilt",
    body: (
      <p>
        Geld sind kleinste Einheiten als Text, Abweisungen sind <Code inline>application/problem+json</Code>{" "}
        mit festem Code, Schreibendes nimmt einen <Code inline>Idempotency-Key</Code>: siehe{" "}
        <TextLink href="/docs/api">die API</TextLink> und{" "}
        <TextLink href="/docs/api/problems">ihre Probleme</TextLink>.
      </p>
    ),
  },
];
