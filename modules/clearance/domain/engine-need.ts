const MIB = 2n ** 20n;
const BASE_BYTES = 128n * MIB;
const BYTES_A_CONTRIBUTOR = 64n;

/**
 * Memory an engine needs for a royalty run over a manifest that names this many contributors, in bytes: clearance,
 * allocation and posting alike. Everything else spills to disk, so rows do not count. Measured (docs/benchmarks.md): two
 * million contributors pass with 256 MiB.
 */
export function engineNeed(contributors: bigint): bigint {
  return BASE_BYTES + contributors * BYTES_A_CONTRIBUTOR;
}

/** The same in whole MiB, as the setting is given. */
export function engineNeedMb(contributors: bigint): bigint {
  return (engineNeed(contributors) + MIB - 1n) / MIB;
}
