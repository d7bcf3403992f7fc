import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { allocationComparison } from "@/modules/allocation/queries/distribution";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { ComparisonWire } from "@/modules/allocation/schema/distribution";
import { Stat, Stats } from "@/ui/chart/stat";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { NumberText } from "@/ui/text/numbers";

type Props = { view: AllocationWire; other: AllocationWire; otherName: string };

/** Who would gain and who would lose if this split stood in place of the other. */
export async function Change({ view, other, otherName }: Props) {
  const [t, found] = await Promise.all([
    getTranslations("allocation.change"),
    read(allocationComparison, { allocationId: view.id, withId: other.id }),
  ]);
  if (found === null) return null;
  const { currency } = view;
  const figure = (what: string) => `change.${what}:${other.id}:${view.id}`;
  const together = (what: string, minor: string) =>
    t.rich("together", {
      money: () => <MoneyText money={{ currency, minor }} figure={figure(`${what}.minor`)} />,
    });
  return (
    <Section id="change" title={t("title")} lead={t("lead", { other: otherName })}>
      {view.clearanceId !== other.clearanceId && <p className="text-waiting">{t("otherClearance")}</p>}
      <Stats>
        <Stat
          label={t("gain")}
          tone="good"
          value={<NumberText value={found.gain.people} figure={figure("gain.people")} />}
          hint={together("gain", found.gain.minor)}
        />
        <Stat
          label={t("lose")}
          tone="bad"
          value={<NumberText value={found.lose.people} figure={figure("lose.people")} />}
          hint={together("lose", found.lose.minor)}
        />
        <Stat
          label={t("same")}
          value={<NumberText value={found.same.people} figure={figure("same.people")} />}
        />
      </Stats>
      <Groups found={found} currency={currency} figure={figure} />
      {found.most !== null && (
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
          <Most which="gain" people={found.most.gain} {...{ currency, view, other }} />
          <Most which="lose" people={found.most.lose} {...{ currency, view, other }} />
        </div>
      )}
    </Section>
  );
}

type Figure = (what: string) => string;

async function Groups({
  found,
  currency,
  figure,
}: {
  found: ComparisonWire;
  currency: string;
  figure: Figure;
}) {
  const t = await getTranslations("allocation.change");
  const name = ({ fromItems, toItems }: ComparisonWire["groups"][number]) => {
    const from = Number(fromItems);
    if (toItems === null) return t("more", { from });
    return toItems === fromItems ? t("one") : t("range", { from, to: Number(toItems) });
  };
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("items")}</Th>
          <Th numeric>{t("people")}</Th>
          <Th numeric>{t("gain")}</Th>
          <Th numeric>{t("lose")}</Th>
          <Th numeric>{t("before")}</Th>
          <Th numeric>{t("after")}</Th>
        </Tr>
      </THead>
      <TBody>
        {found.groups.map((group) => (
          <Tr key={group.fromItems}>
            <Td label={t("items")}>{name(group)}</Td>
            <Td numeric label={t("people")}>
              <NumberText value={group.people} figure={figure(`of_${group.fromItems}.people`)} />
            </Td>
            <Td numeric label={t("gain")} className={group.gain === "0" ? "text-muted" : "text-accent"}>
              <NumberText value={group.gain} figure={figure(`of_${group.fromItems}.gain`)} />
            </Td>
            <Td numeric label={t("lose")} className={group.lose === "0" ? "text-muted" : "text-refusal"}>
              <NumberText value={group.lose} figure={figure(`of_${group.fromItems}.lose`)} />
            </Td>
            <Td numeric label={t("before")}>
              <MoneyText
                money={{ currency, minor: group.beforeMinor }}
                figure={figure(`of_${group.fromItems}.before`)}
              />
            </Td>
            <Td numeric label={t("after")}>
              <MoneyText
                money={{ currency, minor: group.afterMinor }}
                figure={figure(`of_${group.fromItems}.after`)}
              />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

type Changed = NonNullable<ComparisonWire["most"]>["gain"];

/** Those for whom most changes, by name: the platform knows them from its own manifest. */
async function Most({
  which,
  people,
  currency,
  view,
  other,
}: Pick<Props, "view" | "other"> & {
  which: "gain" | "lose";
  people: Changed;
  currency: string;
}) {
  const t = await getTranslations("allocation.change");
  if (people.length === 0) return null;
  return (
    <div>
      <h3 className="mb-2 font-medium">{t(which === "gain" ? "mostGain" : "mostLose")}</h3>
      <Table caption={t(which === "gain" ? "mostGain" : "mostLose")}>
        <THead>
          <Tr>
            <Th>{t("contributor")}</Th>
            <Th numeric>{t("before")}</Th>
            <Th numeric>{t("after")}</Th>
            <Th numeric>{t("difference")}</Th>
          </Tr>
        </THead>
        <TBody>
          {people.map(({ contributor, beforeMinor, afterMinor }) => (
            <Tr key={contributor}>
              <Td label={t("contributor")} translate="no" className="break-all">
                {contributor}
              </Td>
              <Td numeric label={t("before")}>
                <MoneyText
                  money={{ currency, minor: beforeMinor }}
                  figure={`share.minor:${other.id}:${contributor}`}
                />
              </Td>
              <Td numeric label={t("after")}>
                <MoneyText
                  money={{ currency, minor: afterMinor }}
                  figure={`share.minor:${view.id}:${contributor}`}
                />
              </Td>
              <Td numeric label={t("difference")}>
                <MoneyText
                  signed
                  money={{ currency, minor: BigInt(afterMinor) - BigInt(beforeMinor) }}
                  figure={`share.change:${other.id}:${view.id}:${contributor}`}
                />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  );
}
