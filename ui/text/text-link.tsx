import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "../cx";

/** A link in running text or a table cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={cx("link py-1", className)} />;
}
