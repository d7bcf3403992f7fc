"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { TextLink } from "./text-link";

/** Where a form is refused for want of a recent sign-in: the way to one, and back to this page. */
export function SignInAgain() {
  const t = useTranslations("ui.form");
  const href = `/sign-in?callbackUrl=${encodeURIComponent(usePathname())}`;
  return (
    <p className="mt-1">
      {t.rich("signInAgain", { link: (chunks) => <TextLink href={href}>{chunks}</TextLink> })}
    </p>
  );
}
