import { TextLink } from "@/ui/text/text-link";
import type { Guide } from "./section";

export const creatorGuide: Guide = () => [
  {
    id: "names",
    title: "Deine Namen",
    body: (
      <p>
        Plattformen melden mit den Namen, die sie kennen, wer was geschrieben hat. Beanspruche also zuerst die
        Namen, die deine sind: <TextLink href="/docs/guides/claim">Profilname beanspruchen</TextLink>. Auch
        ein Buch, ein Aufsatz oder eine eigene Website lässt sich als Werk registrieren, mit Anteilen für
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
          Deine Bedingungen haben für jede Nutzung eine Antwort für Modelle mit offenen und eine für solche
          mit geschlossenen Gewichten: ja, nein oder nicht festgelegt. Ein Ja kann Voraussetzungen haben:
          einen Mindestpreis, nur bestimmte Käufer oder Zwecke, Namensnennung, keine Destillation, ein Ende.
        </p>
        <p>
          Du kannst Bedingungen für alles festlegen und andere für einen Profilnamen, einen Teil einer Website
          oder ein Werk. Die engsten entscheiden. „Nicht festgelegt“ zählt nie als Ja, wo ein Vertrag eine
          Einwilligung braucht. Ein Vertrag zu den Bedingungen der Plattform schließt auch Menschen ein, die
          keine Bedingungen festgelegt haben; ein Nein zählt trotzdem.
        </p>
        <p>
          Du kannst deine Bedingungen jederzeit ändern oder widerrufen. Jede Fassung bleibt erhalten. Über
          einen Vertrag entscheiden die Fassungen, die bei seiner Freigabeprüfung galten.
        </p>
      </>
    ),
  },
  {
    id: "deals",
    title: "Deine Verträge",
    body: (
      <p>
        Kündigt eine Plattform einen Vertrag an, siehst du Käufer, Nutzungen, Preis, Gebühr, Zuteilung und
        Termine unter <TextLink href="/me/deals">deinen Verträgen</TextLink>. Solange die Ankündigung läuft,
        kannst du widersprechen (du bist nicht dabei, egal was deine Bedingungen sagen) oder beitreten (du
        bist zum Preis des Vertrags dabei). Ändert sich etwas, das dir gezeigt wurde, beginnt die Frist von
        vorn.
      </p>
    ),
  },
  {
    id: "money",
    title: "Dein Geld",
    body: (
      <p>
        Sobald der Lizenznehmer bezahlt hat, ist jeder Anteil gebucht. „Diese Zahlung erklären“ zeigt Schritt
        für Schritt, wie aus dem Preis dein Anteil wird, und mit{" "}
        <TextLink href="/docs/recompute">dem Rezept</TextLink> rechnest du die ganze Zuteilung selbst nach.
        Ausstehendes, zurückgehaltenes und bezahltes Geld wird immer getrennt gezeigt. Die Regeln passen auf{" "}
        <TextLink href="/docs/rules">eine Seite</TextLink>.
      </p>
    ),
  },
];
