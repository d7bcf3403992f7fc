import type { Guide } from "./section";

export const rulesGuide: Guide = () => [
  {
    id: "gross",
    title: "Von der Bruttosumme zum verteilten Betrag",
    body: (
      <>
        <p>
          Der Vertrag nennt den Teil der Beitragenden an der Bruttosumme. Auch die Gebühr von Remit ist ein
          Teil der Bruttosumme und geht vom Teil der Beitragenden ab; was die Plattform behält, ändert sie
          nicht. Die Rücklage ist ein Teil dessen, was übrig ist.
        </p>
        <p>
          Drei Beträge werden auf ganze Einheiten abgerundet. Die Gebühr: Der Bruchteil geht an die
          Beitragenden. Der Teil der Beitragenden: Der Bruchteil geht an die Plattform. Die Rücklage: Der
          Bruchteil wird sofort verteilt.
        </p>
      </>
    ),
  },
  {
    id: "weight",
    title: "Was zählt",
    body: (
      <p>
        Die Gewichtung des Vertrags entscheidet, was ein Beitrag zählt: alle gleich; die Länge in Token; die
        Länge mal eins plus Logarithmus der Bewertung; die Länge mal das Qualitätsmaß der Plattform; oder alle
        Beitragenden gleich. Eine negative Bewertung zählt als null. Gelöschte Beiträge und solche ohne Namen
        gehören niemandem und zählen nichts.
      </p>
    ),
  },
  {
    id: "floors",
    title: "Mindestpreise",
    body: (
      <>
        <p>
          Deine Bedingungen können einen Mindestpreis je 1.000 Token festlegen. Alle Mindestpreise werden zu
          einem Preis je Gewichtseinheit und sortiert. Aufgenommen werden so viele Beitragende, wie der Topf
          zu einem Satz bezahlen kann. Wer dabei ist, bekommt also nie weniger als seinen Mindestpreis, und
          niemand bekommt für dasselbe Gewicht mehr als andere. Wer einen höheren Mindestpreis hat, ist nicht
          dabei: nicht bezahlt und nicht lizenziert. Diese Beitragenden sehen den höchsten Preis, der erfüllt
          worden wäre.
        </p>
        <p>
          Haben zwei denselben Mindestpreis und der Topf kann nur einen bezahlen, entscheidet ein Hash der
          Eingaben und ihrer Pseudonyme. So ist kein Name im Vorteil, und das Ergebnis lässt sich nachrechnen.
        </p>
      </>
    ),
  },
  {
    id: "cap",
    title: "Obergrenzen",
    body: (
      <p>
        Ein Vertrag kann eine Obergrenze je Person festlegen. Wer mehr bekäme, bekommt genau die Obergrenze.
        Der Rest wird nach derselben Regel unter den anderen verteilt, vom größten Gewicht an, bis niemand
        darüber liegt. Sind alle an der Obergrenze, geht der Rest in die Rücklage.
      </p>
    ),
  },
  {
    id: "rounding",
    title: "Der letzte Cent",
    body: (
      <p>
        Jeder Anteil ist die Summe mal dein Gewicht durch das Gesamtgewicht, auf ganze Einheiten abgerundet.
        Die Einheiten, die dabei übrig bleiben, gehen einzeln an die größten Bruchteile; bei Gleichstand an
        das kleinere Pseudonym. So ergeben alle Anteile zusammen genau die Summe ohne das, was wegen der
        Obergrenze übrig bleibt, und kein Anteil liegt mehr als eine Einheit neben seinem Bruchteil.
      </p>
    ),
  },
  {
    id: "unclaimed",
    title: "Nicht beanspruchtes Geld",
    body: (
      <p>
        Ein Anteil für einen Namen, der nicht nachgewiesen ist, ist unter diesem Namen verwahrt. Weist sein
        Inhaber den Namen nach, geht der Anteil mit einer Buchung an ihn. Weisen zwei denselben Namen nach,
        wird der Anteil zurückgehalten, bis ein Betreiber entscheidet. Jeder Vertrag nennt vor dem Versiegeln,
        wie viele Jahre nicht beanspruchtes Geld verwahrt wird (mindestens drei) und wohin es danach geht.
        Gezahlt wird es erst nach Ankündigung.
      </p>
    ),
  },
  {
    id: "reserve",
    title: "Die Rücklage",
    body: (
      <p>
        Die Rücklage ist für späte Ansprüche und Streitfälle da. Bis zu dem Tag, den der Vertrag nennt, steht
        sie in den Büchern unter dem Vertrag selbst; eine zweite Gebühr ist sie nie.
      </p>
    ),
  },
];
