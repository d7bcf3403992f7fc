import { useTranslations } from "next-intl";
import { TextLink } from "@/ui/text/text-link";

const LINKS = [
  { id: "organisations", href: "/operator/parties" },
  { id: "people", href: "/operator/parties/people" },
] as const;

/** The two lists of parties are two addresses. */
export function PartiesNav({ current }: { current: "organisations" | "people" }) {
  const t = useTranslations("operator.parties");
  return (
    <nav aria-label={t("title")}>
      <ul className="flex gap-6">
        {LINKS.map(({ id, href }) => (
          <li key={id}>
            <TextLink
              href={href}
              aria-current={id === current ? "page" : undefined}
              className="aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {t(id)}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
