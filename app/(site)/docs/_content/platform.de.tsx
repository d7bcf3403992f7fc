import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import { ATTESTATION_JWT } from "./calls";
import type { Guide } from "./section";

export const platformGuide: Guide = () => [
  {
    id: "sign-up",
    title: "1. Anmelden und bestätigt werden",
    body: (
      <p>
        Melden Sie sich mit Ihrer dienstlichen Adresse an und{" "}
        <TextLink href="/me/organisations/new">tragen Sie Ihre Organisation ein</TextLink>: ihren Namen und
        den Host, auf dem Ihre Inhalte liegen. Laden Sie Ihr Team mit der Rolle ein, die jede Person braucht,
        und legen Sie API-Schlüssel an, die nur das dürfen, was ein Programm braucht.
      </p>
    ),
  },
  {
    id: "verification",
    title: "Die Bestätigung",
    body: (
      <>
        <p>
          Ein Betreiber prüft, wer Sie sind, und bestätigt Ihre Organisation. Sie müssen nichts einrichten. Ob
          es so weit ist, sagt <Code inline>state</Code> in{" "}
          <TextLink href="/docs/api/parties">
            <Code inline>{"GET /organisations/{organisationId}"}</Code>
          </TextLink>
          .
        </p>
        <p>
          Bis dahin können Sie Entwürfe schreiben, Manifeste hochladen, Freigaben prüfen und Zuteilungen
          ausprobieren. Melden, Ankündigen und Versiegeln werden mit{" "}
          <Code inline>ORGANISATION_UNVERIFIED</Code> abgewiesen, Sie stehen nicht in der Liste, aus der
          Beitragende wählen, und Sie können weniger Bytes aufbewahren und{" "}
          {LIMITS.invitationsPerDayUnverified} statt {LIMITS.invitationsPerDay} Einladungen am Tag senden.
        </p>
        <p>
          Keine zwei bestätigten Plattformen haben denselben Host. Ändert eine bestätigte Plattform ihren
          Host, gilt sie als nicht bestätigt, bis ein Betreiber wieder geprüft hat.
        </p>
      </>
    ),
  },
  {
    id: "host",
    title: "Welche Zeilen auf Ihrem Host liegen",
    body: (
      <>
        <p>
          Die <Code inline>url</Code> einer Zeile muss auf Ihrem Host oder darunter liegen: Bei{" "}
          <Code inline>forum.example</Code> tut das <Code inline>www.forum.example</Code>, nicht aber{" "}
          <Code inline>forum.example.net</Code>. Eine Zeile auf einem anderen Host wird mit{" "}
          <Code inline>url_other_host</Code> abgewiesen. Eine Adresse, die mit <Code inline>/</Code> beginnt,
          bekommt Ihren Host.
        </p>
        <p>
          Verglichen wird nur <Code inline>url</Code>; eine <Code inline>content_id</Code> nicht, auch wenn
          sie eine Adresse ist. Ohne Host werden Adressen auf jedem Host angenommen. In beiden Fällen zählt
          eine Zeile für die Namen auf Ihrer Plattform, weil es Ihr Manifest ist.
        </p>
      </>
    ),
  },
  {
    id: "attest",
    title: "Namen Ihrer Beitragenden bestätigen",
    body: (
      <>
        <p>
          Beitragende können ihre Namen mit einer Bestätigung von Ihnen nachweisen. Hinterlegen Sie einen
          öffentlichen Schlüssel (Ed25519 oder P-256, als JWK) in den Einstellungen Ihrer Organisation. Gibt
          jemand den Code, den er von uns hat, in Ihren Einstellungen ein, signieren Sie ein JWT mit dem
          privaten Schlüssel und senden es an{" "}
          <TextLink href="/docs/api/works">
            <Code inline>POST /handles/attestations</Code>
          </TextLink>
          , oder zeigen es zum Einfügen an.
        </p>
        <Code label="JWT">{ATTESTATION_JWT}</Code>
      </>
    ),
  },
  {
    id: "deal",
    title: "2. Den Vertrag schreiben und melden",
    body: (
      <p>
        Geben Sie Lizenznehmer, Preis, Nutzungen, offene oder geschlossene Gewichte und Laufzeit an; wie viel
        an die Beitragenden geht, wie gewichtet wird, und auf Wunsch eine Rücklage und eine Obergrenze. Einen
        Entwurf sehen nur Sie. Nach der Meldung sieht ihn auch der Lizenznehmer, und jede Änderung ist ein
        Nachtrag mit Begründung.
      </p>
    ),
  },
  {
    id: "manifest",
    title: "3. Das Manifest hochladen",
    body: (
      <p>
        Eine Zeile je Beitrag: wer ihn geschrieben hat, welcher es ist, wann, wie lang. Beginnen Sie mit einem
        Probelauf.{" "}
        <TextLink href="/docs/guides/manifest">
          Formate, Spalten und jeder Grund, aus dem eine Zeile abgewiesen wird
        </TextLink>
        .
      </p>
    ),
  },
  {
    id: "notice",
    title: "4. Den Vertrag ankündigen",
    body: (
      <p>
        Beitragende mit nachgewiesenem Namen bekommen die Ankündigung und können bis zum Ende der Frist
        widersprechen oder beitreten. Auf der Grundlage der Plattformbedingungen dauert sie mindestens sieben
        Tage. Sie sehen, wie viele geantwortet haben, aber keine Namen.
      </p>
    ),
  },
  {
    id: "clear",
    title: "5. Freigabe prüfen, vergleichen, versiegeln",
    body: (
      <>
        <p>
          Eine Freigabeprüfung entscheidet jede Zeile zu einem Stichtag: freigegeben, abgelehnt oder offen,
          mit Grund und signiertem Zertifikat. Eine Zuteilung berechnet dann jeden Anteil. Vergleichen Sie
          andere Gewichtungen mit der vereinbarten, um zu sehen, wer gewinnt und wer verliert. Ein
          Was-wäre-wenn lässt sich nicht versiegeln.
        </p>
        <p>
          Das Versiegeln schreibt Bedingungen und Zuteilung zusammen fest. Von diesem Augenblick an steht der
          Vertrag im <TextLink href="/register">öffentlichen Register</TextLink>.
        </p>
      </>
    ),
  },
  {
    id: "pay",
    title: "6. Bezahlen",
    body: (
      <p>
        Hat der Betreiber die Zahlung des Lizenznehmers bestätigt, wird jeder Anteil gebucht: für Menschen,
        die ihren Namen nachgewiesen haben, und verwahrt für alle anderen. Nichts davon geht an Sie oder an
        Remit zurück. <TextLink href="/docs/rules">Die Regeln</TextLink> erklären, wohin jeder Cent geht.
      </p>
    ),
  },
];
