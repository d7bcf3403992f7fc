import { useLocale, useTranslations } from "next-intl";
import type { ManifestView } from "@/modules/manifests/schema";
import { Stat, Stats } from "@/ui/chart/stat";
import { percentString } from "@/ui/text/format";
import { NumberText } from "@/ui/text/numbers";

/** received = accepted + rejected, as a sentence, as a bar and as figures. */
export function Counts({ manifest }: { manifest: ManifestView }) {
  const t = useTranslations("manifests.page");
  const locale = useLocale();
  const count = (text: string | null) => BigInt(text ?? "0");
  const [received, accepted, rejected] = [
    count(manifest.received),
    count(manifest.accepted),
    count(manifest.rejected),
  ];
  const part = (rows: bigint) => percentString(rows, received, locale);
  const sum = { received: Number(received), accepted: Number(accepted), rejected: Number(rejected) };
  const width = received === 0n ? 0 : Number((accepted * 10_000n) / received) / 100;
  return (
    <section className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p className="text-lg tabular-nums">{t("sum", sum)}</p>
        <div aria-hidden="true" className="flex h-3 gap-0.5 overflow-hidden rounded">
          {accepted > 0n && <div className="min-w-1 bg-accent" style={{ width: `${width}%` }} />}
          {rejected > 0n && <div className="min-w-1 flex-1 bg-refusal" />}
        </div>
      </div>
      <Stats>
        <Stat
          label={t("accepted")}
          value={<NumberText value={accepted} figure={`manifest.accepted:${manifest.id}`} />}
          tone="good"
          hint={t("ofAll", { part: part(accepted) })}
        />
        <Stat
          label={t("rejected")}
          value={<NumberText value={rejected} figure={`manifest.rejected:${manifest.id}`} />}
          tone={rejected === 0n ? "neutral" : "bad"}
          hint={t("ofAll", { part: part(rejected) })}
        />
        <Stat
          label={t("contributors")}
          value={
            <NumberText
              value={manifest.contributors ?? "0"}
              figure={`manifest.contributors:${manifest.id}`}
            />
          }
          hint={t("contributorsHint")}
        />
        <Stat
          label={t("tokens")}
          value={<NumberText value={manifest.tokens ?? "0"} figure={`manifest.tokens:${manifest.id}`} />}
          hint={t("tokensHint")}
        />
      </Stats>
    </section>
  );
}
