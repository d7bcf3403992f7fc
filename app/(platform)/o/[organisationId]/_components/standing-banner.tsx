import { Banner } from "@/ui/banner";

/** What it means for an organisation that the operator has not verified it, or has suspended it. */
export function StandingBanner({ state }: { state: string | undefined }) {
  if (state === "suspended") {
    return (
      <Banner tone="bad" title="This organisation is suspended">
        Everything can be read and nothing can be changed. The operator of this instance can say why.
      </Banner>
    );
  }
  if (state === "unverified") {
    return (
      <Banner tone="waiting" title="Not verified yet">
        The operator of this instance checks who you are. You can prepare your deals and files in the
        meantime.
      </Banner>
    );
  }
  return null;
}
