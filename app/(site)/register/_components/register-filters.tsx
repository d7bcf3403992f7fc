import { getTranslations } from "next-intl/server";
import type { RegisterEntryWire } from "@/modules/lookup/schema";
import { Button, LinkButton } from "@/ui/button/button";
import { PlainField, PlainSelect } from "../../look-up/_components/plain-field";

const USES: readonly RegisterEntryWire["uses"][number][] = [
  "pretraining",
  "post_training",
  "evaluation",
  "grounding",
  "indexing",
  "synthesis",
];
const WEIGHTS: readonly RegisterEntryWire["weights"][] = ["open", "closed"];

export type RegisterFilter = Readonly<Record<"q" | "platform" | "use" | "weights" | "sort", string>>;
type Named = Readonly<{ id: string; name: string; host: string | null }>;

/** Filters live in the address: a plain GET form, so a filtered register can be linked to. */
export async function RegisterFilters({
  filter,
  active,
  platforms,
}: {
  filter: RegisterFilter;
  active: boolean;
  platforms: readonly Named[];
}) {
  const t = await getTranslations("register");
  return (
    <form
      action="/register"
      method="get"
      aria-label={t("filter.label")}
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3"
    >
      <PlainField label={t("filter.q")} name="q" value={filter.q} maxLength={200} />
      <PlainSelect
        label={t("filter.platform")}
        name="platform"
        value={platformValue(filter.platform, platforms)}
        options={[
          { value: "", label: t("filter.anyPlatform") },
          ...platforms.map(({ id, name }) => ({ value: id, label: name, own: true })),
        ]}
      />
      <PlainSelect
        label={t("filter.use")}
        name="use"
        value={filter.use}
        options={[
          { value: "", label: t("filter.anyUse") },
          ...USES.map((use) => ({ value: use, label: t(`use.${use}`) })),
        ]}
      />
      <PlainSelect
        label={t("filter.weights")}
        name="weights"
        value={filter.weights}
        options={[
          { value: "", label: t("filter.anyWeights") },
          ...WEIGHTS.map((one) => ({ value: one, label: t(`weights.${one}`) })),
        ]}
      />
      <PlainSelect
        label={t("filter.sort")}
        name="sort"
        value={filter.sort}
        options={[
          { value: "", label: t("filter.newest") },
          { value: "oldest", label: t("filter.oldest") },
          { value: "gross", label: t("filter.gross") },
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" className="min-h-11">
          {t("filter.submit")}
        </Button>
        {active && (
          <LinkButton href="/register" variant="quiet" className="min-h-11">
            {t("filter.clear")}
          </LinkButton>
        )}
      </div>
    </form>
  );
}

/** A platform named in the address by its host or name is the same choice as by its id. */
function platformValue(asked: string, platforms: readonly Named[]): string {
  return platforms.find(({ id, host, name }) => [id, host, name].includes(asked))?.id ?? asked;
}
