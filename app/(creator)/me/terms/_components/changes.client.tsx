// Read by server and client components alike.
import { useTranslations } from "next-intl";
import type { TermsChange } from "@/modules/consent/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { CellText, UsesName } from "./say.client";

/** What differs between two states of terms, in words. */
export function Changes({
  changes,
  caption,
  labels,
}: {
  changes: readonly TermsChange[];
  caption: string;
  /** What the two states are called, where they are not before and after. */
  labels?: Readonly<{ before: string; after: string }>;
}) {
  const t = useTranslations("terms");
  const before = labels?.before ?? t("review.before");
  const after = labels?.after ?? t("review.after");
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>{t("review.about")}</Th>
          <Th>{before}</Th>
          <Th>{after}</Th>
        </Tr>
      </THead>
      <TBody>
        {changes.map((change) => (
          <Tr key={`${change.uses.join()}${change.weights}`}>
            <Td label={t("review.about")}>
              <UsesName uses={change.uses} />
              {change.weights !== null && (
                <span className="block text-sm text-muted">{t(`weights.${change.weights}.name`)}</span>
              )}
            </Td>
            <Td label={before}>
              <span className="text-muted">
                <CellText said={change.was} />
              </span>
            </Td>
            <Td label={after}>
              <span className="font-medium">
                <CellText said={change.is} />
              </span>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
