/** The one place that asks what time it is; everything below a command is told. */
export function now(): Date {
  return new Date();
}
