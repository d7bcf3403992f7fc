import type { Guide } from "./section";

export const rulesGuide: Guide = () => [
  {
    id: "gross",
    title: "Von der Bruttosumme zu dem, was verteilt wird",
    body: (
      <>
        <p>
          Der Vertrag nennt einen Teil der Bruttosumme für die Beitragenden. Auch die Gebühr von Remit ist ein
          Teil der Bruttosumme und kommt aus dem Teil der Beitragenden; was die Plattform behält, berührt sie
          nicht. Die Rücklage ist ein Teil dessen, was übrig ist.
        </p>
        <p>
          Dreimal wird auf ganze Einheiten gekürzt, jedes Mal zugunsten einer genannten Seite. Die Gebühr wird
          abgerundet: Der Bruchteil bleibt bei den Beitragenden. Der Teil der Beitragenden wird abgerundet:
          Der Bruchteil bleibt bei der Plattform. Die Rücklage wird abgerundet: Der Bruchteil wird sofort
          verteilt.
        </p>
      </>
    ),
  },
  {
    id: "weight",
    title: "Was zählt",
    body: (
      <p>
        Jeder Beitrag wiegt etwas, je nach der Gewichtung des Vertrags: alle gleich; die Länge in Token; die
        Länge mal eins plus Logarithmus der Bewertung; die Länge mal das Qualitätsmaß der Plattform; oder alle
        Beitragenden gleich. Eine negative Bewertung zählt als null. Gelöschte Beiträge und solche ohne Namen
        gehören niemandem und wiegen nichts.
      </p>
    ),
  },
  {
    id: "floors",
    title: "Mindestpreise",
    body: (
      <>
        <p>
          Deine Bedingungen können einen Mindestpreis für 1.000 Token nennen. Alle Preise werden zu einem
          Preis je Gewichtseinheit und sortiert. Aufgenommen werden so viele, wie die Summe zu einem Satz
          bezahlen kann: Wer dabei ist, bekommt nie weniger als verlangt, und niemand bekommt für dasselbe
          Gewicht mehr als andere. Wer mehr verlangt hat, ist draußen: nicht bezahlt und nicht lizenziert. Du
          erfährst den höchsten Preis, der erfüllt worden wäre.
        </p>
        <p>
          Haben zwei genau dasselbe verlangt und nur einer passt, entscheidet ein Hash der Eingaben und ihrer
          Pseudonyme; so ist kein Name im Vorteil, und das Ergebnis lässt sich nachrechnen.
        </p>
      </>
    ),
  },
  {
    id: "cap",
    title: "Obergrenzen",
    body: (
      <p>
        Ein Vertrag kann sagen, wie viel der verteilten Summe eine Person höchstens bekommt. Wer mehr bekäme,
        bekommt genau das; der Rest wird nach derselben Regel unter den anderen verteilt, vom größten Gewicht
        an, bis niemand darüber liegt. Liegen alle darüber, geht der Rest in die Rücklage.
      </p>
    ),
  },
  {
    id: "rounding",
    title: "Der letzte Cent",
    body: (
      <p>
        Jeder Anteil ist die Summe mal dein Gewicht durch alles Gewicht, auf ganze Einheiten gekürzt. Die
        Einheiten, die dabei übrig bleiben, gehen einzeln an die größten abgeschnittenen Bruchteile; bei
        gleichen an das kleinere Pseudonym. So ergeben alle Anteile zusammen genau die Summe ohne das, was
        wegen der Obergrenze niemand bekommen darf, und kein Anteil liegt mehr als eine Einheit neben seinem
        Bruchteil.
      </p>
    ),
  },
  {
    id: "unclaimed",
    title: "Geld, das niemand beansprucht hat",
    body: (
      <p>
        Ein Anteil für einen Namen, den niemand nachgewiesen hat, liegt unter diesem Namen bereit. Der
        Nachweis bewegt ihn mit einer Buchung. Weisen zwei denselben Namen nach, wird er zurückgehalten, bis
        ein Betreiber entscheidet. Jeder Vertrag sagt vor dem Versiegeln, wie viele Jahre nicht beanspruchtes
        Geld bereitliegt (mindestens drei) und wohin es dann geht; das geschieht mit Ankündigung und nie
        still.
      </p>
    ),
  },
  {
    id: "reserve",
    title: "Die Rücklage",
    body: (
      <p>
        Sie ist für späte Ansprüche und Streitfälle da. Bis zu dem Tag, den der Vertrag nennt, steht sie in
        den Büchern unter dem Vertrag selbst; eine zweite Gebühr ist sie nie.
      </p>
    ),
  },
];
