-- API keys end by themselves. Before: a key worked until somebody revoked it, and every key that is here now still does. After:
-- a key can have an instant from which on it is refused; the code gives it one unless whoever makes it says otherwise.
ALTER TABLE "api_key" ADD COLUMN     "expires_at" TIMESTAMPTZ(3);
ALTER TABLE api_key ADD CONSTRAINT api_key_lives_a_while CHECK (expires_at > created_at);

-- Few among many: those that are about to expire are looked up every hour.
CREATE INDEX api_key_expiring ON api_key (expires_at) WHERE revoked_at IS NULL AND expires_at IS NOT NULL;
