import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/ui/button/button";
import { Field, Input, Select } from "@/ui/input/field";
import { DEAL_TONES } from "../view/deal-state-badge";
import { isFiltered, type ListParams, SORTS } from "./list-params";

const STATES = Object.keys(DEAL_TONES) as (keyof typeof DEAL_TONES)[];
/** States in which somebody is waited for, once a deal is reported. */
export const UNDER_WAY = "reported,noticed,sealed,funded,disputed";
/** The same with drafts, which wait for their own platform. */
export const RUNNING = `draft,${UNDER_WAY}`;

/** Filters of a list of deals. A plain form: what is asked for stands in the address and works without JavaScript. */
export function DealFilters({ base, search }: { base: string; search: ListParams }) {
  const t = useTranslations("deals");
  const states = [
    { value: "", label: t("filters.anyState") },
    { value: RUNNING, label: t("filters.running") },
    ...STATES.map((value) => ({ value: value as string, label: t(`state.${value}`) })),
  ];
  const sorts = SORTS.map((value) => ({ value, label: t(`filters.order.${value}`) }));
  return (
    <search>
      <form action={base} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-full sm:w-60">
          <Field label={t("filters.text")}>
            <Input type="search" name="q" defaultValue={search.q ?? ""} maxLength={200} />
          </Field>
        </div>
        <div className="w-full sm:w-48">
          <Field label={t("filters.state")}>
            <Select name="state" defaultValue={search.state ?? ""} options={states} />
          </Field>
        </div>
        <div className="w-full min-[26rem]:w-[calc(50%-0.5rem)] sm:w-40">
          <Field label={t("filters.from")}>
            <Input type="date" name="from" defaultValue={search.from ?? ""} />
          </Field>
        </div>
        <div className="w-full min-[26rem]:w-[calc(50%-0.5rem)] sm:w-40">
          <Field label={t("filters.to")}>
            <Input type="date" name="to" defaultValue={search.to ?? ""} />
          </Field>
        </div>
        <div className="w-full sm:w-44">
          <Field label={t("filters.sort")}>
            <Select name="sort" defaultValue={search.sort ?? "newest"} options={sorts} />
          </Field>
        </div>
        <Button type="submit" variant="secondary">
          {t("filters.apply")}
        </Button>
        {isFiltered(search) && (
          <LinkButton href={base} variant="quiet">
            {t("filters.clear")}
          </LinkButton>
        )}
      </form>
    </search>
  );
}
