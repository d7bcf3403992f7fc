import { useTranslations } from "next-intl";
import { TextLink } from "@/ui/text/text-link";

/** Whose money a line is about: the kind in words, the id as it is, and where to look further. */
export function HolderText({ holder }: { holder: string }) {
  const t = useTranslations("books.holder");
  const [kind = "", ...rest] = holder.split(":");
  const id = rest.join(":");
  const exact = (text: string) => () => (
    <span translate="no" className="font-mono text-sm break-all">
      {text}
    </span>
  );
  switch (kind) {
    case "person":
      return (
        <>
          {t.rich("person", { id: exact(id) })}{" "}
          <TextLink href={`/operator/parties/people?q=${id}`}>{t("who")}</TextLink>
        </>
      );
    case "handle":
      return t.rich("handle", { name: exact(rest.slice(1).join(":")) });
    case "author":
      return t.rich("author", { id: exact(id) });
    case "deal":
      return <TextLink href={`/operator/deals/${id}`}>{t("deal")}</TextLink>;
    case "organisation":
      return <TextLink href={`/operator/parties/${id}`}>{t("organisation")}</TextLink>;
    case "remit":
      return t("remit");
    default:
      return <span translate="no">{holder}</span>;
  }
}
