-- Signing in with an OpenID provider (R-AUTH-4): whose account at the provider an account is linked to, and the sign-ins
-- that are under way.

ALTER TABLE users
    ADD COLUMN openid_issuer text CHECK (char_length(openid_issuer) BETWEEN 1 AND 500),
    ADD COLUMN openid_subject text CHECK (char_length(openid_subject) BETWEEN 1 AND 255),
    ADD CONSTRAINT users_openid_whole CHECK ((openid_issuer IS NULL) = (openid_subject IS NULL));

CREATE UNIQUE INDEX users_unique_openid_subject ON users (openid_issuer, openid_subject);

-- One row from the moment that a browser is sent to the provider until it comes back. Taking it away is what makes a state
-- good for one use, on whichever node.
CREATE TABLE openid_flows (
    state_hash bytea PRIMARY KEY CHECK (octet_length(state_hash) = 32),
    -- Who links the account at the provider to their own; empty for a sign-in.
    user_id uuid REFERENCES users (id) ON DELETE CASCADE,
    -- The session in which they do so: once it has ended, nothing is linked any more.
    session_id uuid,
    landing text NOT NULL CHECK (char_length(landing) BETWEEN 1 AND 500),
    expires_at timestamptz NOT NULL,
    CHECK ((user_id IS NULL) = (session_id IS NULL))
);

CREATE INDEX openid_flows_by_expiry ON openid_flows (expires_at);
