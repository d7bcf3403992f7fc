import { getTranslations } from "next-intl/server";
import type { RegisterDealWire } from "@/modules/lookup/schema";
import { Definitions } from "@/ui/text/definition";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { Mark } from "../../../_components/mark";

/** When what happened. */
export async function DealDates({ deal }: { deal: RegisterDealWire }) {
  const t = await getTranslations("register.deal");
  const at = (instant: string | null) => (instant === null ? t("notYet") : <InstantText at={instant} />);
  return (
    <Definitions
      items={[
        { term: t("noticed"), value: at(deal.noticedAt), hint: t("noticeDays", { n: deal.noticeDays }) },
        { term: t("sealed"), value: at(deal.sealedAt) },
        ...(deal.cancelledAt === null
          ? [
              { term: t("funded"), value: at(deal.fundedAt) },
              { term: t("allocated"), value: at(deal.allocatedAt) },
            ]
          : [{ term: t("cancelled"), value: at(deal.cancelledAt) }]),
      ]}
    />
  );
}

/** What the split can be checked by, and where the ways to do it are. */
export async function DealProof({ deal }: { deal: RegisterDealWire }) {
  const t = await getTranslations("register.deal");
  const code = (text: string | null) => <Mark className="font-mono text-sm break-all">{text ?? "–"}</Mark>;
  return (
    <Definitions
      items={[
        { term: t("digest"), value: code(deal.digest) },
        { term: t("inputDigest"), value: code(deal.inputDigest) },
        { term: t("splitId"), value: code(deal.allocationId) },
        { term: t("version"), value: deal.version },
        {
          term: t("recipe"),
          value: <TextLink href="/docs/recompute">{t("recipe")}</TextLink>,
          hint: t("recipeHint"),
        },
        {
          term: t("certificate"),
          value: t.rich("certificateHint", {
            keys: (text) => (
              <a href="/.well-known/jwks.json" className="link">
                {text}
              </a>
            ),
          }),
        },
        {
          term: t("programs"),
          value: (
            <a href={`/api/v1/register/${deal.id}`} className="link">
              {t("json")}
            </a>
          ),
        },
      ]}
    />
  );
}
