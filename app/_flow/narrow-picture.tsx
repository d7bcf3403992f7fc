import type { ReactNode } from "react";
import type { Branch, FlowBranches } from "./branches";
import { type Leaving, narrowPicture } from "./geometry";
import { PALE, SOLID } from "./tones";

type Words = Readonly<{ title: string; description: string; label: (branch: Branch) => ReactNode }>;

const END = 116;
const NODE = 5;

/** From top to bottom, for a phone: the gross comes in above, everything leaves to the right under its name. */
export function NarrowPictureOf({
  branches,
  words,
  id,
}: {
  branches: FlowBranches;
  words: Words;
  id: string;
}) {
  const picture = narrowPicture(branches);
  const width = END + NODE;
  return (
    <div className="relative" style={{ height: picture.height }}>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
        viewBox={`0 0 ${width} ${picture.height}`}
        width={width}
        height={picture.height}
        className="absolute top-0 left-0"
      >
        <title id={`${id}-title`}>{words.title}</title>
        <desc id={`${id}-desc`}>{words.description}</desc>
        <rect x={0} y={0} width={picture.trunk} height={5} className="fill-ink" />
        <rect x={0} y={5} width={picture.trunk} height={7} className="fill-accent-wash" />
        {picture.leaving.map((one) => (
          <g key={one.branch.name}>
            {one.after > 0 && (
              <rect x={0} y={one.top} width={one.after} height={one.height} className="fill-accent-wash" />
            )}
            <path d={bend(one)} className={PALE[one.branch.tone]} />
            <rect
              x={END}
              y={one.labelAt - one.thickness / 2}
              width={NODE}
              height={one.thickness}
              className={SOLID[one.branch.tone]}
            />
          </g>
        ))}
      </svg>
      {picture.leaving.map((one) => (
        <div
          key={one.branch.name}
          aria-hidden="true"
          className="absolute right-0 -translate-y-1/2 pl-3 text-sm leading-snug"
          style={{ left: width, top: one.labelAt }}
        >
          {words.label(one.branch)}
        </div>
      ))}
    </div>
  );
}

/** A quarter turn out of the stream: as thick where it ends as it was wide where it left. */
function bend({ before, after, top, labelAt, thickness }: Leaving): string {
  const upper = labelAt - thickness / 2;
  const lower = labelAt + thickness / 2;
  return `M${after} ${top}H${before}C${before} ${upper} ${before} ${upper} ${END} ${upper}V${lower}C${after} ${lower} ${after} ${lower} ${after} ${top}Z`;
}
