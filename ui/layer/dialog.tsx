"use client";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "../button/button";

/**
 * A layer that asks one thing before something happens. `trigger` is the button's text. Children may be a form; a function
 * child gets `close` to call when its work is done. Escape and "Cancel" always leave without doing anything.
 */
export function Dialog({
  trigger,
  title,
  lead,
  variant = "secondary",
  size = "md",
  disabled = false,
  cancelLabel,
  children,
}: {
  trigger: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  disabled?: boolean;
  cancelLabel?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>
        <Button type="button" variant={variant} size={size} disabled={disabled}>
          {trigger}
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          {...(lead ? {} : { "aria-describedby": undefined })}
          className="fixed inset-x-3 top-[8dvh] z-50 mx-auto max-h-[84dvh] max-w-lg overflow-y-auto rounded bg-raised p-6 shadow-layer"
        >
          <Radix.Title className="text-xl">{title}</Radix.Title>
          {lead && (
            <Radix.Description asChild>
              <div className="mt-2 text-muted">{lead}</div>
            </Radix.Description>
          )}
          <div className="mt-5">
            {typeof children === "function" ? children(() => setOpen(false)) : children}
          </div>
          <Radix.Close asChild>
            <Button type="button" variant="quiet" className="mt-3 -ml-4">
              {cancelLabel ?? t("cancel")}
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
