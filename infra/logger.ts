import pino from "pino";

/** Structured log lines on stderr. Secrets never reach it: what may carry one is redacted by name. */
export const logger = pino(
  {
    level: process.env.LOG_LEVEL ?? "info",
    base: null,
    redact: {
      paths: [
        "authorization",
        "cookie",
        "token",
        "secret",
        "*.authorization",
        "*.cookie",
        "*.token",
        "*.secret",
      ],
      censor: "[redacted]",
    },
  },
  pino.destination(2),
);
