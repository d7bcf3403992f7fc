import { getTranslations } from "next-intl/server";
import type { LookUpResult } from "@/app/_web/site/look-up";
import type { LookUpWire } from "@/modules/lookup/schema";
import { LinkButton } from "@/ui/button/button";
import { TextLink } from "@/ui/text/text-link";
import { mark } from "../../_components/mark";
import { SeatAnswer } from "./seat-answer";
import { afterSignIn, whetherSignedIn } from "./signed-in";

/** The answer, above the forms it came from. Every kind of answer has the same frame. */
export async function Answer({ result }: { result: Extract<LookUpResult, { ok: true }> }) {
  const t = await getTranslations("lookup");
  const { seats, work, platform, kind } = result.value;
  return (
    <section aria-labelledby="answer" className="rounded border-l-4 border-accent bg-wash px-5 py-6 sm:px-8">
      <h2 id="answer" className="font-sans text-sm font-medium text-muted">
        {t("answer")}
      </h2>
      <div className="mt-2 flex flex-col gap-8">
        {seats.map((seat) => (
          <SeatAnswer key={seat.platform.id} seat={seat} />
        ))}
        {kind === "address" && platform !== null && seats.length === 0 && <OnPlatform platform={platform} />}
        {work !== null && (kind === "work" || work.registered) && <WorkAnswer work={work} />}
      </div>
    </section>
  );
}

async function OnPlatform({ platform }: { platform: NonNullable<LookUpWire["platform"]> }) {
  const t = await getTranslations("lookup.platformOnly");
  return (
    <div className="max-w-[60ch]">
      <h3 className="text-xl">{t.rich("title", { platform: mark(platform.name) })}</h3>
      <p className="mt-2">{t("text")}</p>
      <p className="mt-3">
        <TextLink href={`/register?platform=${encodeURIComponent(platform.host ?? platform.id)}`}>
          {t("register")}
        </TextLink>
      </p>
    </div>
  );
}

async function WorkAnswer({ work }: { work: NonNullable<LookUpWire["work"]> }) {
  const [t, signedIn] = await Promise.all([getTranslations("lookup"), whetherSignedIn()]);
  if (work.registered)
    return (
      <div className="max-w-[60ch]">
        <h3 className="text-xl">{t("registered.title")}</h3>
        <p className="mt-2">{t("registered.text")}</p>
        <p className="mt-2 text-muted">
          {t.rich("registered.yours", {
            signedIn,
            signin: (text) => <TextLink href={afterSignIn("/me/works", signedIn)}>{text}</TextLink>,
          })}
        </p>
      </div>
    );
  return (
    <div className="max-w-[60ch]">
      <h3 className="text-xl">{t("unregistered.title")}</h3>
      <p className="mt-2">{t("unregistered.book")}</p>
      <p className="mt-4">
        <LinkButton href={afterSignIn("/me/works/new", signedIn)}>
          {t("unregistered.act", { signedIn })}
        </LinkButton>
      </p>
    </div>
  );
}
