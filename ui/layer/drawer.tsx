"use client";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "../button/button";

/** More about one thing without leaving the page: a layer at the side, at the bottom on a phone. Escape closes it. */
export function Drawer({
  trigger,
  title,
  lead,
  variant = "secondary",
  size = "md",
  children,
}: {
  trigger: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <Radix.Root>
      <Radix.Trigger asChild>
        <Button type="button" variant={variant} size={size}>
          {trigger}
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          {...(lead ? {} : { "aria-describedby": undefined })}
          className="fixed inset-y-0 right-0 z-50 flex w-full max-w-md flex-col overflow-y-auto bg-raised p-6 shadow-layer max-sm:inset-x-0 max-sm:top-auto max-sm:max-h-[85dvh] max-sm:rounded-t"
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="text-xl">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button type="button" variant="quiet" size="sm" className="-mt-1 -mr-3">
                {t("close")}
              </Button>
            </Radix.Close>
          </div>
          {lead && (
            <Radix.Description asChild>
              <div className="mt-2 text-muted">{lead}</div>
            </Radix.Description>
          )}
          <div className="mt-5 stack">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
