import { TextLink } from "@/ui/text-link";

/** The two lists of parties are two addresses. */
export function PartiesNav({ current }: { current: "organisations" | "people" }) {
  const links = [
    { id: "organisations", href: "/operator/parties", label: "Organisations" },
    { id: "people", href: "/operator/parties/people", label: "People" },
  ];
  return (
    <nav aria-label="Parties">
      <ul className="flex gap-6">
        {links.map(({ id, href, label }) => (
          <li key={id}>
            <TextLink
              href={href}
              aria-current={id === current ? "page" : undefined}
              className="aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
