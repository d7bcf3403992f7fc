import Link from "next/link";
import { useTranslations } from "next-intl";
import { STAGES } from "@/modules/deals/schema/contributor";
import { Button } from "@/ui/button/button";
import { cx } from "@/ui/cx";
import { Field, Input } from "@/ui/input/field";
import { dealsHref } from "./deals-href";

/** Which deals are listed: links for where they stand, a plain form for words in them. Both live in the address. */
export function StageFilter({ stage, q }: { stage: string; q: string }) {
  const t = useTranslations("touching");
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <nav aria-label={t("stage.label")}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {(["", ...STAGES] as const).map((one) => (
            <li key={one}>
              <Link
                href={dealsHref({ stage: one, q })}
                aria-current={one === stage ? "page" : undefined}
                className={cx(
                  "inline-flex min-h-9 items-center border-b-2",
                  one === stage
                    ? "border-accent font-medium text-ink"
                    : "border-transparent text-muted hover:text-ink",
                )}
              >
                {t(`stage.${one === "" ? "all" : one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <search>
        <form action="/me/deals" className="flex items-end gap-3">
          {stage !== "" && <input type="hidden" name="stage" value={stage} />}
          <Field label={t("search.label")}>
            <Input type="search" name="q" defaultValue={q} maxLength={200} />
          </Field>
          <Button type="submit" variant="secondary">
            {t("search.button")}
          </Button>
        </form>
      </search>
    </div>
  );
}
