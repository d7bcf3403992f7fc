import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";
import { DIGEST_JSON, downloadCalls, RUN_RECIPE } from "./calls";
import type { Guide } from "./section";

const FILES = [
  {
    term: <Code inline>weights.parquet</Code>,
    value:
      "Je Beitragendem: Pseudonym, Beiträge, Token, Gewicht (Millionstel), Mindestpreis (Millionstel der Währung je 1.000 Token). Wer mehrere Mindestpreise oder gemeinsame Werke hat, hat mehrere Zeilen.",
  },
  {
    term: <Code inline>recipe.sql</Code>,
    value: "Die Anweisungen, mit denen die Zuteilung berechnet wurde, samt ihren Konstanten.",
  },
  {
    term: <Code inline>shares.csv</Code>,
    value: "Das Ergebnis: Grundbetrag, übrige Einheit, Betrag in kleinsten Einheiten.",
  },
];

const STEPS = [
  {
    term: "Wer dabei ist",
    value:
      "Ein Mindestpreis je 1.000 Token wird zu einer Forderung je Gewichtseinheit. Forderungen werden sortiert; aufgenommen werden so viele, wie die Summe zu einem Satz bezahlt. Die Grenze steht als genauer Bruch im Rezept; bei gleichen Forderungen entscheidet ein Hash aus der Prüfsumme der Eingaben und dem Pseudonym, so ist kein Name im Vorteil. Ohne Mindestpreise sind alle dabei.",
  },
  {
    term: "Obergrenzen",
    value:
      "Wer mehr als die Obergrenze bekäme, bekommt die Obergrenze; der Rest wird nach derselben Regel unter den anderen verteilt. Sind alle an der Obergrenze, kommt, was übrig bleibt, in die Rücklage.",
  },
  {
    term: "Anteile",
    value: (
      <>
        <Code inline>floor(sum × weight / total)</Code>, in ganzen Zahlen; die Summe ist der Teil der
        Beitragenden ohne die Rücklage und ohne das, was an der Obergrenze bezahlt wird. Übrige kleinste
        Einheiten gehen einzeln an die größten Reste, bei Gleichstand an das byteweise kleinere Pseudonym.
        Alle Anteile und das, was wegen der Obergrenze übrig bleibt, ergeben zusammen genau den Betrag, der zu
        verteilen war.
      </>
    ),
  },
];

export const recomputeGuide: Guide = ({ server }) => [
  {
    id: "files",
    title: "1. Hol die Dateien",
    body: (
      <>
        <p>
          Von „Diese Zahlung erklären“ beim Vertrag (unter{" "}
          <TextLink href="/me/deals">deinen Verträgen</TextLink>), alle in einen Ordner. Ein Browser setzt die
          Kennung der Zuteilung vor jeden Namen: Nimm sie wieder weg, sodass die Namen denen der Tabelle
          gleichen, und nenne die Anteile <Code inline>published.csv</Code>.
        </p>
        <p>
          Oder über die <TextLink href="/docs/api">API</TextLink>, mit einem{" "}
          <TextLink href="/me/keys">eigenen Schlüssel</TextLink>, der Zuteilungen lesen darf:
        </p>
        <Code label="Shell">{downloadCalls(server)}</Code>
        <Definitions items={FILES} />
        <p>
          Beitragende erscheinen unter Pseudonymen, die nur zu diesem einen Vertrag gehören. Deines steht bei
          „Diese Zahlung erklären“, und nur du siehst es.
        </p>
      </>
    ),
  },
  {
    id: "run",
    title: "2. Führ das Rezept aus",
    body: (
      <>
        <Code label="Shell">{RUN_RECIPE}</Code>
        <p>
          <a href="https://duckdb.org/docs/installation/">DuckDB</a> ist ein einzelnes, freies Programm und
          braucht keinen Server. Das Rezept schreibt <Code inline>shares.csv</Code>; es ist Byte für Byte die
          veröffentlichte Datei. Die letzten Zeilen zeigen, dass die Anteile und das, was wegen der Obergrenze
          übrig bleibt, zusammen den Betrag ergeben, der zu verteilen war.
        </p>
        <p>
          Deine Zeile findest du am Pseudonym. Die SHA-256-Prüfsumme von <Code inline>shares.csv</Code> ist{" "}
          <Code inline>output</Code> in der Prüfsumme der Zuteilung, und die ist SHA-256 über dieses
          kanonische JSON:
        </p>
        <Code copy={false}>{DIGEST_JSON}</Code>
      </>
    ),
  },
  {
    id: "what-it-does",
    title: "3. Was es tut",
    body: (
      <>
        <Definitions items={STEPS} />
        <p>
          Es wird kein Logarithmus und keine Gleitkommazahl gerechnet: Die Faktoren der Bewertung sind ganze
          Zahlen, je Bewertung einmal bestimmt, bevor Gewichte summiert werden, als{" "}
          <Code inline>round(10^6 · (1 + ln(1 + max(score, 0))))</Code>.
        </p>
      </>
    ),
  },
];
