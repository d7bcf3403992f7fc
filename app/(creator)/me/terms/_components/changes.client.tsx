// Read by server and client components alike.
import { useTranslations } from "next-intl";
import type { TermsChange } from "@/modules/consent/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { CellText, UsesName } from "./say.client";

/** What differs between two states of terms, in words. */
export function Changes({ changes, caption }: { changes: readonly TermsChange[]; caption: string }) {
  const t = useTranslations("terms");
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>{t("review.about")}</Th>
          <Th>{t("review.before")}</Th>
          <Th>{t("review.after")}</Th>
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
            <Td label={t("review.before")}>
              <span className="text-muted">
                <CellText said={change.was} />
              </span>
            </Td>
            <Td label={t("review.after")}>
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
