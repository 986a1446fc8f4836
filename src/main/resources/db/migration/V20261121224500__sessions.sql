-- Sessions and their refresh tokens (R-AUTH-2, R-AUTH-3). A session is opened by signing in; all refresh tokens that follow
-- from that sign-in belong to it. Tokens are kept as SHA-256 hashes only.

CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    -- Empty once the account is deleted: the row stays, so that every node still learns that the session ended.
    user_id uuid REFERENCES users (id) ON DELETE SET NULL,
    -- Of a browser's session: the hash of its CSRF token (R-AUTH-7).
    csrf_hash bytea CHECK (octet_length(csrf_hash) = 32),
    -- The hash of the refresh token that was used last, and what its successor was derived with.
    rotated_hash bytea CHECK (octet_length(rotated_hash) = 32),
    rotation_salt bytea CHECK (octet_length(rotation_salt) = 32),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CHECK ((rotated_hash IS NULL) = (rotation_salt IS NULL)),
    CHECK (user_id IS NOT NULL OR ended_at IS NOT NULL)
);

CREATE INDEX sessions_open_by_user ON sessions (user_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_end ON sessions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE refresh_tokens (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);

CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);

-- What a token says of its user is no longer true: their sessions end, whoever made the change and with whatever.
CREATE FUNCTION end_sessions_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE sessions SET ended_at = clock_timestamp() WHERE user_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER users_end_sessions AFTER UPDATE ON users FOR EACH ROW
    WHEN (
        OLD.password_hash IS DISTINCT FROM NEW.password_hash
        OR OLD.role <> NEW.role
        OR OLD.enabled <> NEW.enabled
        OR OLD.person_id IS DISTINCT FROM NEW.person_id
    )
    EXECUTE FUNCTION end_sessions_of_user();

-- A session without a user has ended, and one that has ended stays so.
CREATE FUNCTION keep_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL THEN
        NEW.ended_at := OLD.ended_at;
    ELSIF NEW.user_id IS NULL THEN
        NEW.ended_at := coalesce(NEW.ended_at, clock_timestamp());
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER sessions_stay_ended BEFORE UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION keep_session_ended();

-- Every node keeps the ends in memory; this is how it hears of them.
CREATE FUNCTION tell_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('sessions_ended', OLD.id::text);
    RETURN NULL;
END
$$;

CREATE TRIGGER sessions_tell_end AFTER UPDATE ON sessions FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION tell_session_ended();

CREATE TRIGGER sessions_tell_deletion AFTER DELETE ON sessions FOR EACH ROW
    WHEN (OLD.ended_at IS NULL)
    EXECUTE FUNCTION tell_session_ended();
