// next resolves this marker itself; outside next it means nothing.
export {};
