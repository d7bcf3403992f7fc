// Read by server and client components alike: what terms say, in the reader's language.
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import {
  type AboutWire,
  type CellSaid,
  type ConditionsJson,
  type Saying,
  sayingsOf,
  type TermsJson,
  USES,
  type Use,
} from "@/modules/consent/schema";
import { MicrosText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";

/** "pretraining, evaluation and synthesis" or "every use", as plain text. */
export function useUsesText(): (uses: readonly Use[]) => string {
  const t = useTranslations("terms");
  return (uses) => {
    if (uses.length === USES.length) return t("uses.every");
    const names = uses.map((use) => t(`uses.${use}.inText`));
    const last = names.at(-1) ?? "";
    return names.length < 2 ? last : t("list.and", { most: names.slice(0, -1).join(", "), last });
  };
}

/** "Pretraining and evaluation", to begin a line with. */
export function UsesName({ uses }: { uses: readonly Use[] }) {
  const t = useTranslations("terms");
  const text = useUsesText();
  if (uses.length === USES.length) return t("uses.everyStart");
  const words = text(uses);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "free", "from 0.01 USD per 1,000 tokens". */
export function PriceSaid({ micros, currency }: { micros: string; currency: string | null }) {
  const t = useTranslations("terms.price");
  if (micros === "0") return t("free");
  return t.rich("from", {
    price: () => <MicrosText figure="price" currency={currency ?? ""} micros={micros} />,
  });
}

/** One cell as an answer: "yes, free", "no", "nothing said". */
export function AnswerSaid({ cell, currency }: Pick<CellSaid, "cell" | "currency">) {
  const t = useTranslations("terms.answer");
  switch (cell.stance) {
    case "allow":
      return t.rich("yes", { price: () => <PriceSaid micros={cell.floorMicros} currency={currency} /> });
    case "deny":
      return t("no");
    case "unset":
      return t("unset");
  }
}

/** An answer with what binds it, as a comparison shows it. */
export function CellText({ said }: { said: CellSaid }) {
  const bound = said.conditions === null ? [] : conditionsIn(said.conditions);
  return (
    <>
      <AnswerSaid cell={said.cell} currency={said.currency} />
      {bound.length > 0 && said.conditions !== null && (
        <>
          ; <ConditionList conditions={said.conditions} />
        </>
      )}
    </>
  );
}

type Condition = "purposes" | "only" | "never" | "attribution" | "noDistillation" | "until";

/** Which conditions bind at all; none when anybody may, for any purpose, for ever. */
export function conditionsIn(conditions: ConditionsJson): readonly Condition[] {
  const { buyersAllowed, buyersBlocked, purposes, attribution, noDistillation, until } = conditions;
  return [
    ...(purposes.length < 2 ? (["purposes"] as const) : []),
    ...(buyersAllowed === null ? [] : (["only"] as const)),
    ...(buyersBlocked.length === 0 ? [] : (["never"] as const)),
    ...(attribution ? (["attribution"] as const) : []),
    ...(noDistillation ? (["noDistillation"] as const) : []),
    ...(until === null ? [] : (["until"] as const)),
  ];
}

/** The conditions that bind, each a short phrase. */
export function ConditionList({ conditions }: { conditions: ConditionsJson }) {
  return conditionsIn(conditions).map((kind, index) => (
    <Fragment key={kind}>
      {index > 0 && ", "}
      <ConditionText kind={kind} conditions={conditions} />
    </Fragment>
  ));
}

function ConditionText({ kind, conditions }: { kind: Condition; conditions: ConditionsJson }) {
  const t = useTranslations("terms.conditions");
  switch (kind) {
    case "purposes": {
      const [only] = conditions.purposes;
      return only === undefined ? t("noPurpose") : t(`purpose.${only}`);
    }
    case "only":
      return t.rich("onlyTo", { buyers: () => <Names names={conditions.buyersAllowed ?? []} /> });
    case "never":
      return t.rich("neverTo", { buyers: () => <Names names={conditions.buyersBlocked} /> });
    case "attribution":
      return t("attribution");
    case "noDistillation":
      return t("noDistillation");
    case "until":
      return t.rich("until", { day: () => <DateText at={conditions.until ?? ""} /> });
  }
}

function Names({ names }: { names: readonly string[] }) {
  return <span translate="no">{[...names].sort().join(", ")}</span>;
}

/** What terms say, in whole sentences; null: they were taken back. */
export function TermsSentences({ terms, className }: { terms: TermsJson | null; className?: string }) {
  const t = useTranslations("terms.says");
  if (terms === null) return <p className={className}>{t("withdrawn")}</p>;
  const sayings = sayingsOf(terms);
  const silent = sayings.every(({ open, closed }) => open.stance === "unset" && closed.stance === "unset");
  if (silent) return <p className={className}>{t("nothing")}</p>;
  return sayings.map((saying) => (
    <p key={saying.uses.join()} className={className}>
      <Sentence saying={saying} />
    </p>
  ));
}

function Sentence({ saying }: { saying: Saying }) {
  const t = useTranslations("terms.says");
  const { conditions } = saying;
  return (
    <>
      <Main saying={saying} />
      {conditions !== null && conditionsIn(conditions).length > 0 && (
        <> {t.rich("conditions", { list: () => <ConditionList conditions={conditions} /> })}</>
      )}
    </>
  );
}

function Main({ saying }: { saying: Saying }) {
  const t = useTranslations("terms.says");
  const usesText = useUsesText();
  const { open, closed, currency } = saying;
  const uses = (): ReactNode => usesText(saying.uses);
  if (open.stance === "allow" && closed.stance === "allow") {
    const price = (micros: string) => <PriceSaid micros={micros} currency={currency} />;
    return open.floorMicros === closed.floorMicros
      ? t.rich("yes", { uses, price: () => price(open.floorMicros) })
      : t.rich("yesBoth", {
          uses,
          open: () => price(open.floorMicros),
          closed: () => price(closed.floorMicros),
        });
  }
  if (open.stance === "deny" && closed.stance === "deny") return t.rich("no", { uses });
  if (open.stance === "unset" && closed.stance === "unset") return t.rich("unset", { uses });
  return t.rich("mixed", {
    uses,
    open: () => <AnswerSaid cell={open} currency={currency} />,
    closed: () => <AnswerSaid cell={closed} currency={currency} />,
  });
}

type ScopeKind = "person" | "handle" | "url_prefix" | "work" | "deal_choice";

/** What terms are about: everything, a handle on a platform, an address, a work. */
export function ScopeName({ kind, about }: { kind: ScopeKind; about: AboutWire }) {
  const t = useTranslations("terms.scope");
  switch (kind) {
    case "person":
      return t("everything");
    case "deal_choice":
      return t("choice");
    case "handle":
      if (about.name === null) return t("gone.handle");
      return t.rich("handle", {
        name: () => <span translate="no">{about.name}</span>,
        platform: () => <span translate="no">{about.platform}</span>,
      });
    case "url_prefix":
    case "work":
      return about.name === null ? (
        t("gone.work")
      ) : (
        <span translate="no" className="break-all">
          {about.name}
        </span>
      );
  }
}
