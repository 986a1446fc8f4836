-- Whoever changes their own password chooses whether their other sessions end with it (R-AUTH-3): by default all of them do, whoever
-- makes the change. The application says otherwise within the transaction, and for nothing but the password.

CREATE OR REPLACE FUNCTION end_sessions_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('miadi.keeps_sessions_of', true) = NEW.id::text
        AND (OLD.role, OLD.enabled, OLD.person_id) IS NOT DISTINCT FROM (NEW.role, NEW.enabled, NEW.person_id)
    THEN
        RETURN NULL;
    END IF;
    UPDATE sessions SET ended_at = clock_timestamp() WHERE user_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
END
$$;
