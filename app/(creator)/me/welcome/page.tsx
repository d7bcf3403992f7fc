import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { listPlatforms } from "@/modules/handles/queries";
import { Button, LinkButton } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { Page } from "@/ui/page/page";
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
          tone="good"
          title={t("finished.title")}
          action={<LinkButton href="/me">{t("finished.home")}</LinkButton>}
        >
          {t("finished.text")}
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
