import { useTranslations } from "next-intl";

/** A platform's name inside a sentence: its own words, or the reader's for the open web, which is nobody's platform. */
export function PlatformName({ platform }: { platform: Readonly<{ id: string; name: string }> }) {
  const t = useTranslations("works");
  if (platform.id === "web") return t("openWeb");
  return <span translate="no">{platform.name}</span>;
}
