import { useTranslations } from "next-intl";

/** Where the page would be if the website were real. */
export function AddressBar({ address }: { address: string }) {
  const t = useTranslations("demosite");
  return (
    <p className="rounded border border-rule bg-wash px-3 py-2 font-mono text-sm break-all">
      <span className="sr-only">{t("address")} </span>
      <span translate="no">{address}</span>
    </p>
  );
}
