import { cookies } from "next/headers";
import { cx } from "@/ui/cx";
import { chooseTheme } from "./actions";

const THEMES = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** Light, dark, or what the system says. A form that posts: the answer already has the chosen colours. */
export async function ThemeChoice() {
  const chosen = (await cookies()).get("theme")?.value ?? "system";
  return (
    <form action={chooseTheme} className="flex items-center gap-1">
      <fieldset className="flex items-center gap-1">
        <legend className="sr-only">Colours</legend>
        {THEMES.map((theme) => (
          <button
            key={theme.value}
            type="submit"
            name="theme"
            value={theme.value}
            aria-pressed={theme.value === chosen}
            className={cx(
              "min-h-7 rounded px-2 hover:bg-wash hover:text-ink",
              theme.value === chosen &&
                "text-ink underline decoration-accent decoration-2 underline-offset-4",
            )}
          >
            {theme.label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
