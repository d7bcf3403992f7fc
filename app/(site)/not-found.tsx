import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotHere } from "@/app/_shell/not-here";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.notHere"))("page") };
}

export default function NotFound() {
  return <NotHere homeHref="/" />;
}
