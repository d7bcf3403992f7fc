import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import type { Guide } from "./section";

export const claimGuide: Guide = () => [
  {
    id: "look-up",
    title: "1. Schlage den Namen nach",
    body: (
      <p>
        <TextLink href="/look-up">Schlage den Namen nach</TextLink>, genau so, wie die Plattform ihn zeigt.
        Liegt Geld für ihn bereit, siehst du ungefähr, wie viel. Ist der Name schon beansprucht, erfährst du
        nur das; nachweisen kannst du ihn trotzdem, und ein Betreiber entscheidet dann anhand der Belege
        zwischen euch.
      </p>
    ),
  },
  {
    id: "claim",
    title: "2. Sag, dass er dir gehört",
    body: (
      <p>
        Melde dich an, öffne <TextLink href="/me/handles">deine Profilnamen</TextLink>, wähle die Plattform
        und schreib den Namen. Aus einem Anspruch ohne Nachweis folgt nichts: Kein Geld bewegt sich, niemand
        erfährt davon, und das Nachschlagen antwortet wie zuvor. Du kannst {LIMITS.handleClaimsWaitingMax}{" "}
        Ansprüche ohne Nachweis zugleich haben.
      </p>
    ),
  },
  {
    id: "prove",
    title: "3. Weise ihn nach, auf einem dieser Wege",
    body: (
      <>
        <ul>
          <li>
            <strong>Ein Code in deinem Profil dort.</strong> Du bekommst einen Code; setz ihn in deine
            Selbstbeschreibung, und drücke den Knopf. Es zählt nur dein Profil: Seine Adresse muss mit deinem
            Namen enden, denn auf den Seiten darunter können andere schreiben. Nach dem Nachweis kannst du den
            Code wieder entfernen.
          </li>
          <li>
            <strong>Ein Eintrag bei deiner Domain</strong>, wo Namen Domains sind: ein DNS-TXT-Eintrag, eine
            Datei unter <Code inline>/.well-known/</Code> oder ein Meta-Tag auf der Startseite.
          </li>
          <li>
            <strong>Die Plattform bestätigt es</strong>, wenn sie das anbietet: Gib deinen Code in ihren
            Einstellungen ein. Sie sagt uns von selbst Bescheid oder gibt dir einen Text zum Einfügen.
          </li>
        </ul>
        <p>
          Ein Code gilt {LIMITS.proofDays} Tage und bleibt auf der Seite stehen. Findet eine Prüfung ihn
          nicht, liest du, wo wir nachgesehen haben, was wir gefunden haben und was zu tun ist. Wir sehen auch
          von selbst wieder nach, du kannst die Seite also schließen.
        </p>
      </>
    ),
  },
  {
    id: "after",
    title: "4. Was dann geschieht",
    body: (
      <>
        <p>
          Was für den Namen bereitlag, geht mit einer Buchung an dich, und deine Startseite zeigt es. Von da
          an gelten deine Bedingungen für alles, was unter dem Namen geschrieben ist, und du erfährst von
          jedem neuen Vertrag dieser Plattform, bevor er versiegelt wird.
        </p>
        <p>
          Du kannst einen Profilnamen jederzeit aufgeben. Geld, das zu dir kam, solange er deiner war, bleibt
          deines.
        </p>
      </>
    ),
  },
];
