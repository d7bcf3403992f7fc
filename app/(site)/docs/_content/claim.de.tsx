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
        Ist Geld für ihn verwahrt, siehst du ungefähr, wie viel. Ist der Name schon nachgewiesen, siehst du
        nur das. Nachweisen kannst du ihn trotzdem; ein Betreiber vergleicht dann die Belege und entscheidet.
      </p>
    ),
  },
  {
    id: "claim",
    title: "2. Beanspruche ihn",
    body: (
      <p>
        Melde dich an, öffne <TextLink href="/me/handles">deine Profilnamen</TextLink>, wähle die Plattform
        und gib den Namen ein. Ein Anspruch ohne Nachweis bewirkt nichts: Kein Geld bewegt sich, niemand
        bekommt eine Mitteilung, und das Nachschlagen antwortet wie zuvor. Du kannst{" "}
        {LIMITS.handleClaimsWaitingMax} Ansprüche ohne Nachweis zugleich haben.
      </p>
    ),
  },
  {
    id: "prove",
    title: "3. Weise ihn auf einem dieser Wege nach",
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
            Einstellungen ein. Sie bestätigt es uns direkt oder gibt dir einen Text zum Einfügen.
          </li>
        </ul>
        <p>
          Ein Code gilt {LIMITS.proofDays} Tage und bleibt auf der Seite stehen. Findet eine Prüfung ihn
          nicht, siehst du, was wir geprüft haben, was wir gefunden haben und was zu tun ist. Wir prüfen
          weiter, du kannst die Seite also schließen.
        </p>
      </>
    ),
  },
  {
    id: "after",
    title: "4. Wie es weitergeht",
    body: (
      <>
        <p>
          Das Geld, das für den Namen verwahrt war, geht mit einer Buchung an dich, und deine Startseite zeigt
          es. Von da an gelten deine Bedingungen für alles, was unter dem Namen geschrieben ist, und dir wird
          jeder neue Vertrag dieser Plattform angekündigt, bevor er versiegelt wird.
        </p>
        <p>
          Du kannst einen Profilnamen jederzeit aufgeben. Geld, das du bekommen hast, solange er deiner war,
          bleibt deines.
        </p>
      </>
    ),
  },
];
