-- One-time codes. They are kept as SHA-256 hashes only; a code has 120 random bits, so that no salt is needed.

-- An admin gives it to somebody who has forgotten their password: one for each account, the newest.
CREATE TABLE password_resets (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    code_hash bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),
    expires_at timestamptz NOT NULL
);

CREATE INDEX password_resets_by_expiry ON password_resets (expires_at);

-- Opens the first admin's account (R-AUTH-9). Every node that starts in a clinic without an admin has one in its log; all of
-- them are gone with the first that is used.
CREATE TABLE setup_codes (
    code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
    expires_at timestamptz NOT NULL
);
