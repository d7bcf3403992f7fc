import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { lookUpPlatforms } from "@/modules/lookup/look-up";
import { Button } from "@/ui/button/button";
import { PlainField, PlainSelect } from "./plain-field";

const SELECTABLE_MAX = 60;
const WEB = "web";

type Props = {
  platform?: string;
  handle?: string;
  platformFault?: string | undefined;
  handleFault?: string | undefined;
  /** Something else on the page is the main thing to do. */
  quiet?: boolean;
};

/** "Is this name in a deal?": a plain GET form, so it works before any script and its answer has an address. */
export async function HandleForm({ platform = "", handle = "", platformFault, handleFault, quiet }: Props) {
  const [t, { items }] = await Promise.all([getTranslations("lookup.handle"), read(lookUpPlatforms, {})]);
  const options = items.map(({ id, name, host }) => ({
    value: host ?? id,
    label: id === WEB ? t("web") : host === null ? name : `${name} (${host})`,
    own: id !== WEB,
  }));
  const meant = items.find((one) => [one.id, one.host, one.name].includes(platform));
  const chosen = meant ? (meant.host ?? meant.id) : "";
  const [only = "", ...more] = options.flatMap(({ value, own }) => (own ? [value] : []));
  return (
    <form action="/look-up" method="get" className="flex flex-col gap-4">
      {items.length <= SELECTABLE_MAX ? (
        <PlainSelect
          label={t("platform")}
          name="platform"
          value={chosen || (more.length === 0 ? only : "")}
          fault={platformFault}
          options={[{ value: "", label: t("choose") }, ...options]}
        />
      ) : (
        <>
          <PlainField
            label={t("platform")}
            name="platform"
            hint={t("platformHint")}
            value={platform}
            fault={platformFault}
            list="look-up-platforms"
          />
          <datalist id="look-up-platforms">
            {options.map(({ value, label }) => (
              <option key={value} value={value} label={label} translate="no" />
            ))}
          </datalist>
        </>
      )}
      <PlainField
        label={t("name")}
        name="handle"
        hint={t("nameHint")}
        value={handle}
        fault={handleFault}
        maxLength={4000}
        required
      />
      <div>
        <Button size="lg" variant={quiet ? "secondary" : "primary"} className="max-sm:w-full">
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
