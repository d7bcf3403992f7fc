"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TextLink } from "../text/text-link";

/** Where a form is refused for want of a recent sign-in: the way to one, and back to this page. */
export function SignInAgain() {
  const t = useTranslations("ui.form");
  const path = usePathname();
  const [back, setBack] = useState(path);
  useEffect(() => setBack(returnTo(new URL(location.href))), []);
  const href = `/sign-in?callbackUrl=${encodeURIComponent(back)}`;
  return (
    <p className="mt-1">
      {t.rich("signInAgain", { link: (chunks) => <TextLink href={href}>{chunks}</TextLink> })}
    </p>
  );
}

/** This very page; from a page of signing in, where that was to lead. */
const returnTo = ({ pathname, search, searchParams }: URL): string =>
  pathname.startsWith("/sign-in") ? (searchParams.get("callbackUrl") ?? "/sign-in/done") : pathname + search;
