import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "../cx";
import { Spinner } from "../page/spinner";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const BASE =
  "inline-flex items-center justify-center gap-2 rounded font-medium sm:whitespace-nowrap select-none no-underline transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60";
const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border border-rule-strong bg-transparent text-ink hover:bg-wash",
  quiet: "text-accent hover:bg-wash hover:text-accent-strong",
  danger: "border border-refusal bg-transparent text-refusal hover:bg-refusal-wash",
};
const SIZES: Record<ButtonSize, string> = {
  sm: "min-h-8 px-3 text-sm",
  md: "min-h-10 px-4 text-[0.9375rem]",
  lg: "min-h-12 px-6 text-base",
};

export function buttonClass(variant: ButtonVariant = "primary", size: ButtonSize = "md"): string {
  return cx(BASE, VARIANTS[variant], SIZES[size]);
}

type Look = { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined };

/** A native button: inside a form it submits unless `type="button"`. `pending` keeps it from being pressed twice. */
export function Button({
  variant,
  size,
  pending = false,
  className,
  children,
  disabled,
  ...rest
}: ComponentProps<"button"> & Look & { pending?: boolean }) {
  return (
    <button
      {...rest}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={cx(buttonClass(variant, size), className)}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}

export function LinkButton({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={cx(buttonClass(variant, size), className)} />;
}
