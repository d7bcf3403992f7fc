import { bytesText } from "@/kernel/bytes";
import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import { MAPPING_JSON, manifestCall, resumableCalls } from "./calls";
import type { Guide } from "./section";

const GB = 1000 ** 3;

export const manifestGuide: Guide = ({ server }) => [
  {
    id: "formats",
    title: "Formate",
    body: (
      <>
        <ul>
          <li>
            <strong>CSV und Verwandte</strong>: Komma, Semikolon, Tabulator oder senkrechter Strich;
            Anführungszeichen wie in RFC 4180; der erste Datensatz ist die Kopfzeile. UTF-8, oder sagen Sie,
            welche Kodierung.
          </li>
          <li>
            <strong>Excel-Arbeitsmappen (.xlsx)</strong>: ein einziges Blatt mit Zeilen, dessen erste die
            Kopfzeile ist. Von Formeln zählt das letzte Ergebnis, ausgeblendete Zeilen zählen mit. Formatieren
            Sie Spalten mit Kennungen als Text: Excel behält nur 15 Stellen einer Zahl.
          </li>
          <li>
            <strong>JSON Lines</strong>: ein Objekt je Zeile.
          </li>
          <li>
            <strong>Parquet</strong>.
          </li>
        </ul>
        <p>
          CSV und JSON Lines dürfen mit gzip oder Zstandard gepackt sein. Uploads im Browser sind fortsetzbar:
          Schließen Sie den Tab, kommen Sie wieder, wählen Sie dieselbe Datei, und es geht weiter. Texte der
          Beiträge gehören nicht in ein Manifest. Spalten, die Sie nicht zuordnen, werden nie gelesen.
        </p>
        <p>
          Eine Datei hat so, wie sie gesendet wird, höchstens {bytesText(LIMITS.manifestBytesMax)}, entpackt{" "}
          {bytesText(LIMITS.manifestUnpackedBytesMax)}, und {LIMITS.manifestRowsMax.toLocaleString("de")}{" "}
          Zeilen. Alle Dateien einer Organisation zusammen haben höchstens{" "}
          {(LIMITS.platformBytesMax / GB).toLocaleString("de")} GB, und{" "}
          {LIMITS.platformBytesMaxUnverified / GB} GB, bis sie bestätigt ist.
        </p>
      </>
    ),
  },
  {
    id: "first",
    title: "Das kleinste Manifest",
    body: (
      <>
        <Code label="manifest.csv">{`author,post_id,created_utc,tokens
early-ferry,t3_1,1735689600,312
[deleted],t3_2,1735690200,40`}</Code>
        <Code label="Shell">{manifestCall(server)}</Code>
        <p>
          Ein Probelauf prüft alles und behält nur den Bericht. Dieselbe Datei noch einmal gesendet ist
          dasselbe Manifest: Nichts zählt doppelt.
        </p>
      </>
    ),
  },
  {
    id: "columns",
    title: "Spalten bestätigen",
    body: (
      <>
        <p>
          Übliche Namen werden erkannt (author, username, permalink, created_utc, score …). Bevor etwas
          beginnt, sehen Sie jede Vermutung mit Beispielzeilen. Sie können sie ändern und die Zuordnung für
          die nächste Datei speichern.
        </p>
        <p>
          Über die API senden Sie die Zuordnung als JSON: in der Abfrage (<Code inline>mapping=…</Code>), als
          Header <Code inline>X-Remit-Mapping</Code> oder unter einem gespeicherten Namen (
          <Code inline>profile=…</Code>). <Code inline>columns</Code> führt vom Feld zur Spalte: links das
          Feld von Remit, rechts die Spalte Ihrer Datei. Lassen Sie weg, was geraten werden soll; alle Felder
          stehen in <TextLink href="/docs/api/manifests">der API</TextLink>.
        </p>
        <Code label="mapping">{MAPPING_JSON}</Code>
      </>
    ),
  },
  {
    id: "resumable",
    title: "Große Dateien in Teilen",
    body: (
      <>
        <p>
          Ein Programm kann eine Datei in Teilen senden und nach einer Unterbrechung weitermachen, so wie der
          Browser. Uploads sprechen{" "}
          <TextLink href="https://tus.io/protocols/resumable-upload">tus 1.0</TextLink>, also geht jeder
          tus-Client; der Schlüssel braucht die Berechtigung <Code inline>manifests:write</Code>. Ein Upload
          bleibt {LIMITS.uploadHours} Stunden, eine Organisation kann {LIMITS.uploadsOpenMax} zugleich haben,
          und nur wer einen Upload begonnen hat, kann ihn fortsetzen.
        </p>
        <Code label="Shell">{resumableCalls(server)}</Code>
      </>
    ),
  },
];
