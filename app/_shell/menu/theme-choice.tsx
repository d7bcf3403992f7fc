import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { chooseTheme } from "../actions";
import { Choice } from "./choice";

const THEMES = ["system", "light", "dark"] as const;

/** Light, dark, or what the system says. */
export async function ThemeChoice() {
  const [jar, t] = await Promise.all([cookies(), getTranslations("shell.theme")]);
  return (
    <Choice
      action={chooseTheme}
      name="theme"
      legend={t("legend")}
      chosen={jar.get("theme")?.value ?? "system"}
      options={THEMES.map((value) => ({ value, label: t(value) }))}
    />
  );
}
