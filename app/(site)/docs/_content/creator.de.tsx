import { TextLink } from "@/ui/text/text-link";
import type { Guide } from "./section";

export const creatorGuide: Guide = () => [
  {
    id: "names",
    title: "Deine Namen",
    body: (
      <p>
        Plattformen melden mit den Namen, die sie kennen, wer was geschrieben hat. Sag also zuerst, welche
        dieser Namen deine sind: <TextLink href="/docs/guides/claim">Beanspruche einen Profilnamen</TextLink>.
        Auch ein Buch, ein Aufsatz oder eine eigene Website lässt sich als Werk registrieren, mit Anteilen für
        alle, die daran mitgeschrieben haben.
      </p>
    ),
  },
  {
    id: "terms",
    title: "Deine Bedingungen",
    body: (
      <>
        <p>
          Bedingungen beantworten für jede Nutzung eine Frage, einmal für Modelle mit offenen und einmal für
          solche mit geschlossenen Gewichten: ja, nein oder nicht gesagt. Ein Ja kann Voraussetzungen haben:
          einen Mindestpreis, nur bestimmte Käufer oder Zwecke, Namensnennung, keine Destillation, ein Ende.
        </p>
        <p>
          Du kannst sie einmal für alles nennen und anders für einen Profilnamen, einen Teil einer Website
          oder ein Werk; das Engere zählt immer. Nicht gesagt ist nie ein Ja, wo ein Vertrag eine Einwilligung
          braucht. Wo ein Vertrag auf den Bedingungen der Plattform beruht, ist Schweigen dabei, und ein Nein
          zählt trotzdem.
        </p>
        <p>
          Ändere oder widerrufe sie, wann du willst. Jede Fassung bleibt erhalten; über einen Vertrag
          entscheiden die Fassungen, die zum Stichtag seiner Freigabeprüfung galten.
        </p>
      </>
    ),
  },
  {
    id: "deals",
    title: "Verträge, die dich berühren",
    body: (
      <p>
        Kündigt eine Plattform einen Vertrag an, siehst du Käufer, Nutzungen, Summe, Gebühr, Aufteilung und
        Termine unter <TextLink href="/me/deals">deinen Verträgen</TextLink>. Solange die Ankündigung läuft,
        kannst du widersprechen (du bist draußen, was auch immer deine Bedingungen sagen) oder beitreten (du
        bist zum Preis des Vertrags dabei). Wird etwas geändert, das dir gezeigt wurde, beginnt die Frist neu.
      </p>
    ),
  },
  {
    id: "money",
    title: "Dein Geld",
    body: (
      <p>
        Sobald der Lizenznehmer bezahlt hat, steht jeder Anteil in den Büchern. „Diese Zahlung erklären“ führt
        Zahl für Zahl von der Bruttosumme zu deinem Cent, und mit{" "}
        <TextLink href="/docs/recompute">dem Rezept</TextLink> rechnest du die ganze Zuteilung selbst nach.
        Ausstehendes, Zurückgehaltenes und Bezahltes stehen immer getrennt. Die Regeln passen auf{" "}
        <TextLink href="/docs/rules">eine Seite</TextLink>.
      </p>
    ),
  },
];
