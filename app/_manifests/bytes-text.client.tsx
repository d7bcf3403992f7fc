import { useLocale } from "next-intl";
import { bytesText } from "./words.client";

/** A size of a file in units of a thousand: "27.6 MB". */
export function BytesText({ bytes }: { bytes: string | number }) {
  return (
    <span translate="no" className="whitespace-nowrap tabular-nums">
      {bytesText(bytes, useLocale())}
    </span>
  );
}

/** Text that is the file's or the person's own, not ours: never translated. */
export function Own({ children }: { children: React.ReactNode }) {
  return (
    <span translate="no" className="break-words">
      {children}
    </span>
  );
}
