import { getTranslations } from "next-intl/server";
import { PlatformName } from "@/app/_works/platform-name";
import type { SeatWire } from "@/modules/lookup/schema";
import { LinkButton } from "@/ui/button/button";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";
import { mark } from "../../_components/mark";
import { afterSignIn, type SignedIn, whetherSignedIn } from "./signed-in";

/** Where claiming begins: onboarding takes the name along. */
const claimHref = ({ platform, name }: Pick<SeatWire, "platform" | "name">, signedIn: SignedIn): string =>
  afterSignIn(`/me/welcome?${new URLSearchParams({ platform: platform.id, handle: name })}`, signedIn);

/** What is said of one name on one platform. */
export async function SeatAnswer({ seat }: { seat: SeatWire }) {
  if (seat.standing === "claimed") return <Claimed seat={seat} />;
  return seat.deals === 0 ? <Nothing seat={seat} /> : <Held seat={seat} />;
}

const amountClass = "block font-serif text-4xl font-semibold text-accent sm:text-5xl";

async function Held({ seat }: { seat: SeatWire }) {
  const [t, signedIn] = await Promise.all([getTranslations("lookup.held"), whetherSignedIn()]);
  const { platform, name, held, coming, deals } = seat;
  const tags = { platform: () => <PlatformName platform={platform} />, name: mark(name) };
  const n = deals ?? 0;
  const main = held.length > 0 ? held : coming;
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h3 className="text-xl break-words">{t.rich("heading", tags)}</h3>
        {main.map((money) => (
          <p key={money.currency} className="mt-2">
            <Told
              of={seat}
              what={held.length > 0 ? "held" : "coming"}
              money={money}
              className={amountClass}
            />
          </p>
        ))}
        <p className="mt-3 max-w-[60ch] text-muted">
          {held.length > 0
            ? t.rich("from", { ...tags, n })
            : coming.length > 0
              ? t.rich("onlyComing", { ...tags, n })
              : t.rich("small", { ...tags, n })}
        </p>
        {held.length > 0 && coming.length > 0 && (
          <p className="mt-2 text-waiting">
            {t("coming")}{" "}
            {coming.map((money) => (
              <Told key={money.currency} of={seat} what="coming" money={money} className="mr-2 font-medium" />
            ))}
          </p>
        )}
      </div>
      {main.some(({ minor }) => minor === null) && (
        <p className="max-w-[60ch] text-sm text-muted">{t("exact")}</p>
      )}
      <p className="max-w-[60ch]">{t.rich("next", { ...tags, signedIn })}</p>
      <div>
        <LinkButton href={claimHref(seat, signedIn)} size="lg">
          {t("claim", { signedIn })}
        </LinkButton>
      </div>
    </div>
  );
}

/** The exact amount to somebody signed in; to everybody else the step it has reached. */
async function Told({
  of: { platform, name },
  what,
  money,
  className,
}: {
  of: SeatWire;
  what: "held" | "coming";
  money: SeatWire["held"][number];
  className: string;
}) {
  const t = await getTranslations("lookup.held");
  const { currency, minor, atLeastMinor } = money;
  const figure = (how: string) => `seat.${what}_${how}:${platform.id}:${currency}:${name}`;
  if (minor !== null)
    return <MoneyText money={{ currency, minor }} figure={figure("exact")} className={className} />;
  const step = { currency, minor: atLeastMinor ?? "100" };
  return (
    <span className={className}>
      {t.rich(atLeastMinor === null ? "less" : "more", {
        amount: () => <MoneyText money={step} figure={figure(atLeastMinor === null ? "less" : "at_least")} />,
      })}
    </span>
  );
}

async function Claimed({ seat }: { seat: SeatWire }) {
  const [t, signedIn] = await Promise.all([getTranslations("lookup.claimed"), whetherSignedIn()]);
  const tags = { platform: () => <PlatformName platform={seat.platform} />, name: mark(seat.name) };
  return (
    <div className="max-w-[60ch]">
      <h3 className="text-xl break-words">{t.rich("title", tags)}</h3>
      <p className="mt-2">{t.rich("text", tags)}</p>
      <p className="mt-2 text-muted">
        {t.rich("yours", {
          signedIn,
          signin: (text) => <TextLink href={claimHref(seat, signedIn)}>{text}</TextLink>,
        })}
      </p>
    </div>
  );
}

async function Nothing({ seat }: { seat: SeatWire }) {
  const [t, signedIn] = await Promise.all([getTranslations("lookup.none"), whetherSignedIn()]);
  const tags = { platform: () => <PlatformName platform={seat.platform} />, name: mark(seat.name) };
  return (
    <div className="max-w-[60ch]">
      <h3 className="text-xl break-words">{t.rich("title", tags)}</h3>
      <p className="mt-2">{seat.platform.id === "web" ? t("textWeb") : t.rich("text", tags)}</p>
      <p className="mt-2 text-muted">{t("check")}</p>
      <p className="mt-4">
        <LinkButton
          href={claimHref(seat, signedIn)}
          variant="secondary"
          className="max-w-full whitespace-normal"
        >
          {t("act")}
        </LinkButton>
      </p>
    </div>
  );
}
