import { useTranslations } from "next-intl";
import { isSilent } from "@/modules/consent/schema";
import type { HandleStanding } from "@/modules/deals/schema/contributor";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { MicrosText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";
import { type Stood, stoodOf } from "./stood";

const TONES = { yes: "good", if_price_met: "waiting", no: "neutral" } as const;

type Props = { standings: readonly HandleStanding[]; lines: PaymentWire["lines"]; sealed: boolean };

/** How each of this person's handles stands in the deal, why, and which of their terms decided. */
export function Standings({ standings, lines, sealed }: Props) {
  const t = useTranslations("touching.deal");
  return (
    <Table caption={t("table.caption")}>
      <THead>
        <Tr>
          <Th>{t("table.handle")}</Th>
          <Th>{t("table.standing")}</Th>
          <Th>{t("table.why")}</Th>
        </Tr>
      </THead>
      <TBody>
        {standings.map((standing) => (
          <Tr key={standing.handleId}>
            <Td label={t("table.handle")}>
              <TextLink href={`/me/handles/${standing.handleId}`} translate="no" className="break-all">
                {standing.name}
              </TextLink>
            </Td>
            <Td label={t("table.standing")}>
              <StandingBadge stood={stoodOf(standing, lines)} sealed={sealed} />
            </Td>
            <Td label={t("table.why")}>
              <Why standing={standing} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function StandingBadge({ stood, sealed }: { stood: Stood; sealed: boolean }) {
  const t = useTranslations("touching.deal");
  const terms = useTranslations("terms.standing");
  return (
    <Badge tone={TONES[stood]}>{sealed && stood === "if_price_met" ? t("atPrice") : terms(stood)}</Badge>
  );
}

function Why({ standing }: { standing: HandleStanding }) {
  const t = useTranslations("touching.deal");
  const terms = useTranslations("terms");
  const { decidedBy, floor, reason, included } = standing;
  return (
    <span className="block max-w-[60ch]">
      {isSilent(reason) && included !== "no" ? terms(`reasonIn.${reason}`) : terms(`reason.${reason}`)}{" "}
      {floor !== null && t.rich("yourPrice", { price: () => <MicrosText figure="price" {...floor} /> })}
      {decidedBy !== null && (
        <span className="block text-sm text-muted">
          {t.rich(`decided.${decidedBy.kind}`, {
            link: (chunks) => (
              <TextLink href={`/me/terms/versions/${decidedBy.versionId}`}>{chunks}</TextLink>
            ),
          })}
        </span>
      )}
      {standing.disputed && <span className="block text-sm text-refusal">{t("disputed")}</span>}
    </span>
  );
}
