import { useTranslations } from "next-intl";
import type { z } from "zod";
import { now } from "@/app/_web/page/now";
import type { ApiKey } from "@/modules/identity/schema";
import { Badge } from "@/ui/text/badge";
import { DateText, InstantText } from "@/ui/text/numbers";
import { timeLeft } from "./expiry";

/** Until when a key works: a day far off, a warning near the end, and that it is over. A revoked one has no end to wait for. */
export function KeyExpiry({ item: { state, expiresAt } }: { item: z.output<typeof ApiKey> }) {
  const t = useTranslations("settings.keys");
  if (state === "revoked") return <span className="text-muted">–</span>;
  if (expiresAt === null) return <span className="text-muted">{t("noExpiry")}</span>;
  const left = timeLeft(expiresAt, now());
  if (state === "active" && left === null)
    return t.rich("expiresOn", { date: () => <DateText at={expiresAt} /> });
  return (
    <>
      {state === "active" && left !== null ? (
        <Badge tone="waiting">{t("expiresIn", left)}</Badge>
      ) : (
        <Badge tone="bad">{t("expired")}</Badge>
      )}
      <span className="block text-sm text-muted">
        {state === "active" && left?.unit !== "day" ? (
          <InstantText at={expiresAt} />
        ) : (
          <DateText at={expiresAt} />
        )}
      </span>
    </>
  );
}
