import type { ReactNode } from "react";
import type { Branch, FlowBranches } from "./branches";
import { type Band, widePicture } from "./geometry";
import { PALE, SOLID } from "./tones";

type Words = Readonly<{
  title: string;
  description: string;
  label: (branch: Branch) => ReactNode;
  pool: ReactNode;
}>;

const GROSS = 0;
const POOL = 330;
const END = 690;
const NODE = 8;

/** The flow from left to right. Bands stretch with the page; labels are text next to the bands and never stretch. */
export function WidePictureOf({ branches, words, id }: { branches: FlowBranches; words: Words; id: string }) {
  const picture = widePicture(branches);
  const { pool } = picture;
  return (
    <div className="relative" style={{ height: picture.height }}>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
        viewBox={`0 0 1000 ${picture.height}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        <title id={`${id}-title`}>{words.title}</title>
        <desc id={`${id}-desc`}>{words.description}</desc>
        {picture.first.map((band) => (
          <Flow key={band.branch.name} band={band} from={GROSS + NODE} to={POOL} />
        ))}
        {pool && (
          <path d={ribbon({ ...pool, left: GROSS + NODE, right: POOL })} className="fill-accent-wash" />
        )}
        {picture.second.map((band) => (
          <Flow key={band.branch.name} band={band} from={POOL + NODE} to={END} />
        ))}
        <rect x={GROSS} y={0} width={NODE} height={picture.gross} className="fill-ink" />
        {pool && <rect x={POOL} y={pool.to} width={NODE} height={pool.thickness} className="fill-accent" />}
      </svg>
      {picture.first.map((band) => (
        <Label key={band.branch.name} left={POOL} at={band.labelAt}>
          {words.label(band.branch)}
        </Label>
      ))}
      {pool && (
        <Label left={POOL} at={pool.labelAt}>
          {words.pool}
        </Label>
      )}
      {picture.second.map((band) => (
        <Label key={band.branch.name} left={END} at={band.labelAt}>
          {words.label(band.branch)}
        </Label>
      ))}
    </div>
  );
}

function Flow({ band, from, to }: { band: Band; from: number; to: number }) {
  return (
    <>
      <path d={ribbon({ ...band, left: from, right: to })} className={PALE[band.branch.tone]} />
      <rect x={to} y={band.to} width={NODE} height={band.thickness} className={SOLID[band.branch.tone]} />
    </>
  );
}

function ribbon(band: { from: number; to: number; thickness: number; left: number; right: number }): string {
  const { from, to, thickness, left, right } = band;
  const bend = (left + right) / 2;
  return `M${left} ${from}C${bend} ${from} ${bend} ${to} ${right} ${to}V${to + thickness}C${bend} ${to + thickness} ${bend} ${from + thickness} ${left} ${from + thickness}Z`;
}

/**
 * Screen readers get the same facts from the picture's description and from the table; the labels are for sighted readers.
 */
function Label({ left, at, children }: { left: number; at: number; children: ReactNode }) {
  return (
    <div
      aria-hidden="true"
      className="absolute -translate-y-1/2 pl-3.5 text-sm leading-snug"
      style={{ left: `${left / 10}%`, top: at, maxWidth: `${(1000 - left) / 10}%` }}
    >
      {children}
    </div>
  );
}
