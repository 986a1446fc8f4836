-- Passkeys (WebAuthn, R-AUTH-18): what is kept of one is a public key, and nothing that opens anything by itself. With the account goes all of it.

CREATE TABLE passkeys (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- As its owner calls it.
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    -- By what the authenticator knows it again.
    credential_id bytea NOT NULL CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
    -- A COSE key (RFC 9052).
    public_key bytea NOT NULL CHECK (octet_length(public_key) BETWEEN 1 AND 2000),
    -- For whom it was made: a browser uses it there and nowhere else.
    rp_id text NOT NULL CHECK (char_length(rp_id) BETWEEN 1 AND 253),
    -- The make of the authenticator, all zeros where it does not say.
    aaguid uuid NOT NULL,
    transports text NOT NULL DEFAULT '' CHECK (char_length(transports) <= 100),
    -- How often it was used, by its own count; 0 where it does not count. One that goes back is a copy.
    sign_count bigint NOT NULL CHECK (sign_count >= 0),
    -- Whether it can be copied to other devices of its owner, and whether it is.
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz
);

CREATE UNIQUE INDEX passkeys_unique_credential_id ON passkeys (credential_id);
CREATE INDEX passkeys_by_user ON passkeys (user_id);

-- One row from the moment that a browser is given something to sign until it is signed. Taking it away is what makes it good for one
-- use, on whichever node.
CREATE TABLE passkey_challenges (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    -- The hash of what only that browser, or that session, has.
    bound_to bytea NOT NULL CHECK (octet_length(bound_to) = 32),
    expires_at timestamptz NOT NULL
);

CREATE INDEX passkey_challenges_by_expiry ON passkey_challenges (expires_at);
