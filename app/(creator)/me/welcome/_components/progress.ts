/** Set when somebody would rather not be offered the three steps any more, on this device. */
export const WELCOME_COOKIE = "welcome";
