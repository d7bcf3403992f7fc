import { useTranslations } from "next-intl";
import {
  type CellJson,
  type ConditionsJson,
  type TermsJson,
  USES,
  type Use,
  WEIGHTS,
  type Weights,
} from "@/modules/consent/schema";
import { cx } from "@/ui/cx";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { AnswerSaid, conditionsIn } from "./say.client";

type Seen = Readonly<{ cell: CellJson; currency: string | null; bound: boolean }>;
const SIGN = { allow: "✓", deny: "✕", unset: "–" } as const;
const LOOK = { allow: "text-accent", deny: "text-refusal", unset: "text-muted" } as const;

/** Terms as a table, use by use. With `before` every cell that differs shows what stood there. */
export function TermsMatrix({
  terms,
  before,
  caption,
}: {
  terms: TermsJson | null;
  before?: TermsJson | null;
  caption: string;
}) {
  const t = useTranslations("terms");
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>{t("matrix.use")}</Th>
          {WEIGHTS.map((weights) => (
            <Th key={weights}>{t(`weights.${weights}.name`)}</Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {USES.map((use) => (
          <Tr key={use}>
            <Td>
              <span className="font-medium">{t(`uses.${use}.name`)}</span>
            </Td>
            {WEIGHTS.map((weights) => (
              <Td key={weights} label={t(`weights.${weights}.name`)}>
                <MatrixCell
                  seen={seenIn(terms, use, weights)}
                  was={before === undefined ? null : seenIn(before, use, weights)}
                />
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function MatrixCell({ seen, was }: { seen: Seen; was: Seen | null }) {
  const t = useTranslations("terms.matrix");
  const differs = was !== null && JSON.stringify(was) !== JSON.stringify(seen);
  return (
    <span className={cx("inline-block", differs && "border-l-2 border-waiting pl-2")}>
      <Stance seen={seen} />
      {differs && (
        <span className="block text-sm text-muted">
          {t("was")} <Stance seen={was} />
        </span>
      )}
    </span>
  );
}

function Stance({ seen }: { seen: Seen }) {
  const t = useTranslations("terms.matrix");
  return (
    <>
      <span aria-hidden="true" className={cx("mr-1.5", LOOK[seen.cell.stance])}>
        {SIGN[seen.cell.stance]}
      </span>
      <AnswerSaid cell={seen.cell} currency={seen.currency} />
      {seen.bound && <span className="block text-sm text-muted">{t("bound")}</span>}
    </>
  );
}

function seenIn(terms: TermsJson | null, use: Use, weights: Weights): Seen {
  if (terms === null) return { cell: { stance: "unset" }, currency: null, bound: false };
  const cell = terms.uses[use][weights];
  const conditions: ConditionsJson = terms.uses[use].conditions;
  const allows = cell.stance === "allow";
  return {
    cell,
    currency: allows ? terms.currency : null,
    bound: allows && conditionsIn(conditions).length > 0,
  };
}
