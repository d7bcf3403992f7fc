import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";
import { listPlatforms } from "@/modules/works/queries";
import { Banner } from "@/ui/banner";
import { Button, LinkButton } from "@/ui/button";
import { MoneyText } from "@/ui/money";
import { Page } from "@/ui/page";
import { named } from "../_components/named";
import { HandleStep } from "./_components/handle-step";
import { STEPS, type StepName, setUpProgress } from "./_components/progress";
import { StepFrame } from "./_components/step-frame";
import { TermsStep } from "./_components/terms-step";
import { ToldStep } from "./_components/told-step";
import { notNow } from "./actions";

type Props = {
  searchParams: Promise<Partial<Record<"step" | "platform" | "handle" | "q", string>>>;
};

export async function generateMetadata() {
  const t = await getTranslations("onboarding");
  return { title: t("title") };
}

/** Three steps to be asked, told and paid. The open one is the one asked for, else the first that is not done. */
export default async function WelcomePage({ searchParams }: Props) {
  const { step, platform, handle, q } = await searchParams;
  const [t, who, { handles, works, done, count }, platforms] = await Promise.all([
    getTranslations("onboarding"),
    viewer(),
    setUpProgress(),
    read(listPlatforms, { limit: 100, ...(q ? { q } : {}) }),
  ]);
  const given = { ...(platform ? { platform } : {}), ...(handle ? { name: handle } : {}) };
  const asked = STEPS.find((name) => name === step) ?? (handle ? "handle" : undefined);
  const open = asked ?? STEPS.find((name) => !done[name]) ?? "told";
  const content: Record<StepName, React.ReactNode> = {
    handle: (
      <HandleStep
        handles={handles}
        isDone={done.handle}
        hasWorks={works}
        platforms={platforms}
        given={given}
      />
    ),
    terms: <TermsStep isDone={done.terms} />,
    told: <ToldStep isDone={done.told} />,
  };
  const isHeard = handles.some(({ state }) => state === "verified" || state === "disputed");
  const toProve = handles.find(({ state }) => state === "pending");
  const email = named(who?.person.email ?? "");
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        count < STEPS.length && (
          <form action={notNow}>
            <Button type="submit" variant="quiet">
              {t("later")}
            </Button>
          </form>
        )
      }
    >
      {count === STEPS.length && (
        <Banner
          tone={toProve === undefined && isHeard ? "good" : "waiting"}
          title={t(isHeard ? "finished.title" : "finished.almost")}
          action={
            toProve === undefined ? (
              <LinkButton href="/me">{t("finished.home")}</LinkButton>
            ) : (
              <LinkButton href={`/me/handles/${toProve.handleId}`}>{t("handle.prove")}</LinkButton>
            )
          }
        >
          {isHeard
            ? t("finished.text")
            : toProve === undefined
              ? t("finished.work")
              : t.rich("finished.unproved", { name: named(toProve.shownName) })}
          {toProve !== undefined && <Waiting amounts={toProve.waiting} of={toProve.handleId} />}
        </Banner>
      )}
      <div className="max-w-3xl">
        <p role="status" className="mb-4 text-sm text-muted">
          {t("progress", { done: count })}
        </p>
        <ol>
          {STEPS.map((name, index) => (
            <StepFrame
              key={name}
              name={name}
              number={index + 1}
              isDone={done[name]}
              isOpen={name === open}
              lead={name === "told" ? t.rich("told.lead", { email }) : t(`${name}.lead`)}
            >
              {content[name]}
            </StepFrame>
          ))}
        </ol>
      </div>
    </Page>
  );
}

/** What waits for a name that is claimed and not proved; nothing where nothing does. */
function Waiting({ amounts, of }: { amounts: readonly { currency: string; minor: string }[]; of: string }) {
  const t = useTranslations("onboarding.finished");
  return amounts.map((money) => (
    <p key={money.currency} className="mt-1">
      {t.rich("waits", {
        amount: () => (
          <MoneyText money={money} figure={`handle.waits:${of}:${money.currency}`} className="font-medium" />
        ),
      })}
    </p>
  ));
}
