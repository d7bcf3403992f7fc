import { Button, LinkButton } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { Empty } from "@/ui/page/empty";
import { Section } from "@/ui/page/page";
import { Bar, Phases } from "@/ui/page/progress";
import { Skeleton } from "@/ui/page/skeleton";
import { Badge } from "@/ui/text/badge";

const VARIANTS = ["primary", "secondary", "quiet", "danger"] as const;
const TONES = ["neutral", "good", "waiting", "bad"] as const;

export function StateSamples() {
  return (
    <>
      <Section title="Buttons">
        <div className="flex flex-col gap-4">
          {VARIANTS.map((variant) => (
            <div key={variant} className="flex flex-wrap items-center gap-3">
              <Button variant={variant}>{variant}</Button>
              <Button variant={variant} size="sm">
                small
              </Button>
              <Button variant={variant} disabled>
                disabled
              </Button>
              <Button variant={variant} pending>
                Saving
              </Button>
              <LinkButton variant={variant} href="#link">
                a link
              </LinkButton>
            </div>
          ))}
        </div>
      </Section>
      <Section title="States">
        <div className="flex flex-wrap gap-3">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </div>
      </Section>
      <Section title="Banners">
        <div className="flex flex-col gap-3">
          {TONES.map((tone) => (
            <Banner key={tone} tone={tone} title={`A ${tone} banner`}>
              It says what happened, to whom, and what can be done about it, in a sentence or two that may run
              over several lines on a small screen.
            </Banner>
          ))}
        </div>
      </Section>
      <Section title="Empty">
        <Empty title="No deals yet" action={<LinkButton href="#deal">Report a deal</LinkButton>}>
          Deals you report will be here, each with where it stands and what it pays.
        </Empty>
      </Section>
      <Section title="Progress">
        <div className="grid gap-8 sm:grid-cols-2">
          <div className="flex flex-col gap-5">
            <Bar label="Rows read" value={1_204_331} max={2_100_000} />
            <Bar label="Rows read, end not known" value={45_000} />
          </div>
          <Phases
            phases={[
              { name: "read", label: "Read the file", state: "done", detail: "2,100,000 rows" },
              { name: "check", label: "Check each row", state: "now", detail: "1,204,331 rows so far" },
              { name: "write", label: "Write the accepted rows", state: "waiting" },
              { name: "seal", label: "Seal", state: "failed", detail: "The disk is full" },
            ]}
          />
        </div>
      </Section>
      <Section title="Loading">
        <div className="flex flex-col gap-3">
          <Skeleton className="h-7 w-48" />
          <Skeleton />
        </div>
      </Section>
    </>
  );
}
