"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { Handle } from "@/modules/handles/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, RadioGroup } from "@/ui/input/field";
import { start } from "../actions";

type HandleView = z.output<typeof Handle>;

/** How to prove it, the easiest way chosen already, and the code for it. */
export function ChooseMethod({ handle, again }: { handle: HandleView; again: boolean }) {
  const t = useTranslations("works");
  const [first = ""] = handle.methods;
  const [method, setMethod] = useState<string>(first);
  const options = handle.methods.map((value) => ({
    value,
    label: t(`method.${value}.name`),
    hint: t.rich(`method.${value}.means`, {
      code: () => <code translate="no">{"<meta>"}</code>,
      platform: () => <span translate="no">{handle.platform.name}</span>,
    }),
  }));
  return (
    <ActionForm action={start}>
      <input type="hidden" name="handleId" value={handle.id} />
      {handle.methods.length === 1 ? (
        <>
          <input type="hidden" name="method" value={first} />
          <p>{options[0]?.hint}</p>
        </>
      ) : (
        <RadioGroup
          label={t("prove.how")}
          name="method"
          options={options}
          value={method}
          onValueChange={setMethod}
          required
        />
      )}
      {method === "page_code" && handle.profileAddress === null && <PageOf handle={handle} />}
      <SubmitButton pendingText={t("prove.making")} variant={again ? "secondary" : "primary"}>
        {t(again ? "prove.newCode" : "prove.show")}
      </SubmitButton>
    </ActionForm>
  );
}

function PageOf({ handle: { platform, name } }: { handle: HandleView }) {
  const t = useTranslations("works.prove");
  const { host } = platform;
  return (
    <Field
      label={t("pageAddress")}
      name="target"
      hint={t.rich("pageHint", {
        host: () => (host === null ? t("thePlatform") : <span translate="no">{host}</span>),
      })}
      required
    >
      <Input
        name="target"
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={host === null ? "" : `https://${host}/user/${encodeURIComponent(name)}`}
      />
    </Field>
  );
}
