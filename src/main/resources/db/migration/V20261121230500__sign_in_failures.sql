-- What slows down guessing (R-AUTH-6), on every node alike. Keys are SHA-256 hashes of login names and addresses: people type
-- passwords into the wrong field, and an address is nobody's business.

CREATE TABLE sign_in_failures (
    key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    -- The latest ones, in the order in which they came; an attempt that is still being checked counts as one.
    failed_at timestamptz[] NOT NULL CHECK (cardinality(failed_at) <= 50),
    last_at timestamptz NOT NULL
);

CREATE INDEX sign_in_failures_by_last ON sign_in_failures (last_at);

-- From where an account was signed in to before: others' failures do not slow it down there.
CREATE TABLE familiar_places (
    key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    succeeded_at timestamptz NOT NULL
);

CREATE INDEX familiar_places_by_success ON familiar_places (succeeded_at);

-- Names to sign in with are plain ASCII, so that no two of them look alike or fold to the same (R-AUTH-1). New rows only: what
-- stands in a database already is not refused.
ALTER TABLE users ADD CONSTRAINT users_plain_username CHECK (octet_length(username) = char_length(username))
    NOT VALID;
ALTER TABLE users ADD CONSTRAINT users_plain_email CHECK (octet_length(email) = char_length(email)) NOT VALID;
ALTER TABLE persons ADD CONSTRAINT persons_plain_email CHECK (octet_length(email) = char_length(email)) NOT VALID;

CREATE INDEX users_by_search_text ON users USING gin (lower(username || ' ' || coalesce(email, '')) gin_trgm_ops);

-- The last enabled admin who can sign in stays, whoever changes the row and with whatever: one who has neither a password nor
-- an account at the OpenID provider yet can help nobody. Two who remove one admin each meet at the lock; the
-- second one's check begins after the first one's commit and sees it.
CREATE FUNCTION is_effective_admin(account users) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT account.role = 'admin' AND account.enabled
        AND (account.password_hash IS NOT NULL OR account.openid_subject IS NOT NULL);
$$;

CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('miadi admins', 0));
    IF NOT EXISTS (SELECT FROM users WHERE role = 'admin' AND is_effective_admin(users)) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'users_last_admin',
            MESSAGE = 'the last enabled admin stays';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER users_keep_an_admin AFTER UPDATE ON users FOR EACH ROW
    WHEN (is_effective_admin(OLD) AND NOT is_effective_admin(NEW))
    EXECUTE FUNCTION keep_an_admin();

CREATE TRIGGER users_keep_an_admin_undeleted AFTER DELETE ON users FOR EACH ROW
    WHEN (is_effective_admin(OLD))
    EXECUTE FUNCTION keep_an_admin();
