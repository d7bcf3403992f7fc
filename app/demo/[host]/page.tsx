import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readIf } from "@/app/_web/page/page-if";
import { isDemo } from "@/app/_web/page/viewer";
import { getDemoSite } from "@/modules/demo/queries";
import { Forum } from "../_components/forum";
import { Website } from "../_components/website";

type Props = {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ member?: string; code?: string; confirmed?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: { absolute: decodeURIComponent((await params).host) } };
}

/** One website of the demo world, which plays the part of somebody else's. */
export default async function DemoSitePage({ params, searchParams }: Props) {
  const [{ host }, { member, code, confirmed }] = await Promise.all([params, searchParams]);
  const site = isDemo()
    ? await readIf(getDemoSite, { host: decodeURIComponent(host), ...(member ? { member } : {}) })
    : null;
  if (site === null) notFound();
  return site.forum === null ? (
    <Website host={site.host} website={site.website ?? { records: "", file: "", head: "" }} />
  ) : (
    <Forum host={site.host} forum={site.forum} asked={member ?? ""} code={code ?? ""} confirmed={confirmed} />
  );
}
