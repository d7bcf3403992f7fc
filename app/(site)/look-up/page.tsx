import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type LookUpAsked, lookUpForPage } from "@/app/_web/site/look-up";
import { Button } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { pageMetadata } from "../_components/page-metadata";
import { Answer } from "./_components/answer";
import { HandleForm } from "./_components/handle-form";
import { PlainField } from "./_components/plain-field";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const KINDS = ["handle", "address", "work"] as const;

/** What was asked, from the address; null for the bare page. */
async function asked(searchParams: Props["searchParams"]): Promise<LookUpAsked | null> {
  const given = await searchParams;
  const one = (name: string) => [given[name]].flat()[0];
  const kind = KINDS.find((name) => one(name) !== undefined);
  if (kind === undefined || one(kind) === "") return null;
  return kind === "handle"
    ? { platform: one("platform") ?? "", handle: one("handle") ?? "" }
    : { [kind]: one(kind) ?? "" };
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("lookup");
  const input = await asked(searchParams);
  const index = input === null;
  const about = input === null ? undefined : Object.entries(input).find(([name]) => name !== "platform")?.[1];
  const title = about === undefined ? t("title") : t("titleOf", { about: about.slice(0, 80) });
  return pageMetadata({ title, description: t("description"), path: "/look-up", index });
}

/** "Is my handle, site or book in a deal?", before any sign-up. Answers have addresses, and need no script. */
export default async function LookUpPage({ searchParams }: Props) {
  const [t, input] = await Promise.all([getTranslations("lookup"), asked(searchParams)]);
  const result = input === null ? null : await lookUpForPage(input);
  const refused = result?.ok === false ? result : null;
  const minutes = Math.max(1, Math.ceil((refused?.retryAfter ?? 0) / 60));
  const message = refused === null ? undefined : faultText(t, refused.reason, minutes);
  const fault = (field: string) => (refused?.field === field ? message : undefined);
  return (
    <Page title={t("heading")} lead={t("lead")}>
      {result?.ok && <Answer result={result} />}
      {refused !== null && (
        <div role="alert">
          <Banner tone="bad" title={t("faultTitle")}>
            {message}
          </Banner>
        </div>
      )}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <Section title={t("handle.title")} id="name">
          <div className="max-w-md">
            <HandleForm
              platform={input?.platform ?? ""}
              handle={input?.handle ?? ""}
              platformFault={fault("platform")}
              handleFault={fault("handle")}
              quiet={result?.ok === true}
            />
          </div>
        </Section>
        <div className="flex flex-col gap-10">
          {(["address", "work"] as const).map((kind) => (
            <Section key={kind} title={t(`${kind}.title`)} id={kind}>
              <form action="/look-up" method="get" className="flex max-w-md flex-col gap-4">
                <PlainField
                  label={t(`${kind}.label`)}
                  name={kind}
                  hint={t(`${kind}.hint`)}
                  value={input?.[kind] ?? ""}
                  fault={fault(kind)}
                  maxLength={1000}
                  required
                />
                <div>
                  <Button variant="secondary">{t(`${kind}.submit`)}</Button>
                </div>
              </form>
            </Section>
          ))}
        </div>
      </div>
      <Section title={t("privacy.title")}>
        <div className="prose">
          <p>{t("privacy.text")}</p>
          <p className="text-muted">
            {t.rich("privacy.api", {
              api: (text) => (
                <TextLink href="/docs/api/register" translate="no">
                  {text}
                </TextLink>
              ),
            })}
          </p>
        </div>
      </Section>
    </Page>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"lookup">>>;

function faultText(t: Words, reason: string, minutes: number): string {
  if (reason === "rate_limited") return t("fault.rate_limited", { minutes });
  const key = `fault.${reason}` as "fault.invalid";
  return t.has(key) ? t(key) : t("fault.invalid");
}
