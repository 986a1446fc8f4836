-- Late refreshes of one cookie jar (R-AUTH-2, ADR 0012): each refresh token keeps for a while what its successor was derived
-- with, so that whichever late request finds the newest token, and not the last two only.

ALTER TABLE refresh_tokens
    -- What its successor was derived with; forgotten when it is too late to ask again.
    ADD COLUMN successor_salt bytea CHECK (octet_length(successor_salt) = 32),
    -- When it was handed out once more, to somebody who came with one of its forerunners.
    ADD COLUMN repeated_at timestamptz,
    ADD CHECK (successor_salt IS NULL OR used_at IS NOT NULL);

UPDATE refresh_tokens AS t SET successor_salt = s.rotation_salt
FROM sessions AS s WHERE s.id = t.session_id AND s.rotated_hash = t.hash AND t.used_at IS NOT NULL;

ALTER TABLE sessions
    DROP COLUMN rotated_hash,
    DROP COLUMN rotation_salt;

-- Who changed an account in alarm is not let down by a code that somebody else has heard (R-AUTH-3): it opens the account as
-- it was when the code was made, and no other.
CREATE FUNCTION drop_password_reset() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM password_resets WHERE user_id = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER users_drop_reset AFTER UPDATE ON users FOR EACH ROW
    WHEN (
        (OLD.password_hash, OLD.role, OLD.enabled, OLD.person_id, OLD.email)
            IS DISTINCT FROM (NEW.password_hash, NEW.role, NEW.enabled, NEW.person_id, NEW.email)
    )
    EXECUTE FUNCTION drop_password_reset();
