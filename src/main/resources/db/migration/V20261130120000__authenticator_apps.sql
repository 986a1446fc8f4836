-- A second factor (R-AUTH-10): an authenticator app (RFC 6238), and the codes for the day on which the telephone is gone. With the
-- account goes all of it.

-- Stands with the account, so that whoever opens a session finds in one look that nothing of it has changed since they showed who they are.
ALTER TABLE users ADD COLUMN has_second_factor boolean NOT NULL DEFAULT false;

CREATE TABLE authenticator_apps (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    -- Which key of the records' ring sealed the secret, and the sealed secret: never in the clear.
    key_id text NOT NULL CHECK (length(key_id) BETWEEN 1 AND 32),
    secret bytea NOT NULL CHECK (octet_length(secret) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL,
    -- From when on it counts: its first code was right. Null until then.
    confirmed_at timestamptz,
    -- The latest time step, of 30 seconds, whose code was used: no code counts twice, and no older one after it.
    last_step bigint NOT NULL DEFAULT 0
);

CREATE INDEX authenticator_apps_by_key ON authenticator_apps (key_id);

CREATE TABLE recovery_codes (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (user_id, hash)
);
