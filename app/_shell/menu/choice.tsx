import { cx } from "@/ui/cx";

/** One of a few, each a button of a form that posts: it works before any script has loaded, and nothing flashes. */
export function Choice({
  action,
  name,
  legend,
  chosen,
  options,
}: {
  action: (form: FormData) => Promise<void>;
  name: string;
  legend: string;
  chosen: string;
  options: readonly { value: string; label: string; lang?: string }[];
}) {
  return (
    <form action={action}>
      <fieldset className="flex items-center gap-1">
        <legend className="sr-only">{legend}</legend>
        {options.map(({ value, label, lang }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            {...(lang === undefined ? {} : { lang, translate: "no" })}
            aria-pressed={value === chosen}
            className={cx(
              "min-h-7 rounded px-2 hover:bg-wash hover:text-ink",
              value === chosen && "text-ink underline decoration-accent decoration-2 underline-offset-4",
            )}
          >
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
