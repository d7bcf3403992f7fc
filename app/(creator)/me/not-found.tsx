import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotHere } from "@/app/_shell/refused/not-here.client";
import { pageCall } from "@/app/_web/page/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ui.notHere"))("page") };
}

export default async function NotFound() {
  return <NotHere to="yourHome" requestId={(await pageCall()).requestId} />;
}
