import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { z } from "zod";
import type { Departure } from "@/modules/departures/schema";
import { Section } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";

type InTheWay = z.output<typeof Departure>["inTheWay"];

/** Why the account cannot be deleted yet: each reason with the way to settle it. */
export function ComesFirst({ inTheWay }: { inTheWay: InTheWay }) {
  const t = useTranslations("settings.delete.first");
  const { soleOwnerOf, balances, disputed } = inTheWay;
  const own = (name: string) => () => <span translate="no">{name}</span>;
  const n = soleOwnerOf.length + disputed.length + (balances.length > 0 ? 1 : 0);
  return (
    <Section title={t("title")} lead={t("lead", { n })}>
      <ul className="flex max-w-[68ch] flex-col gap-6">
        {balances.length > 0 && (
          <Reason
            title={t.rich("money", { amounts: () => <Amounts balances={balances} /> })}
            href="/me/statement"
            act={t("moneyAct")}
          >
            {t.rich("moneyBody", {
              terms: (text) => <TextLink href="/me/terms">{text}</TextLink>,
              handles: (text) => <TextLink href="/me/handles">{text}</TextLink>,
              mails: (text) => <TextLink href="/me/settings#notices">{text}</TextLink>,
            })}
          </Reason>
        )}
        {soleOwnerOf.map(({ id, name }) => (
          <Reason
            key={id}
            title={t.rich("owner", { name: own(name) })}
            href={`/o/${id}/team`}
            act={t("ownerAct")}
          >
            {t("ownerBody")}
          </Reason>
        ))}
        {disputed.map(({ id, name }) => (
          <Reason
            key={id}
            title={t.rich("dispute", { name: own(name) })}
            href={`/me/handles/${id}`}
            act={t("disputeAct")}
          >
            {t("disputeBody")}
          </Reason>
        ))}
      </ul>
    </Section>
  );
}

function Reason({
  title,
  href,
  act,
  children,
}: {
  title: ReactNode;
  href: string;
  act: string;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-col gap-1 border-l-2 border-waiting pl-4">
      <p className="font-medium">{title}</p>
      <p className="text-muted">{children}</p>
      <p>
        <TextLink href={href}>{act}</TextLink>
      </p>
    </li>
  );
}

/** Everything under one's name, part by part and currency by currency: never one sum. */
function Amounts({ balances }: { balances: InTheWay["balances"] }) {
  const parts = balances.flatMap(({ currency, payableMinor, heldMinor, unclaimedMinor, inTransitMinor }) =>
    [
      { part: "available", minor: payableMinor },
      { part: "held_own", minor: heldMinor },
      { part: "unclaimed", minor: unclaimedMinor },
      { part: "transit", minor: inTransitMinor },
    ]
      .filter(({ minor }) => minor !== "0")
      .map((one) => ({ ...one, currency })),
  );
  return parts.map(({ part, ...money }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of amounts
    <Fragment key={index}>
      {index > 0 && " + "}
      <MoneyText money={money} figure={`me.${part}:${money.currency}`} />
    </Fragment>
  ));
}
