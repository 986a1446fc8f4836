-- People see where they are signed in (R-AUTH-11): with what and from where, as coarsely as it helps them to know it again, and
-- when it was last used. None of it is kept longer than the session goes on.

ALTER TABLE sessions
    ADD COLUMN program text CHECK (char_length(program) BETWEEN 1 AND 40),
    ADD COLUMN system text CHECK (char_length(system) BETWEEN 1 AND 40),
    -- A network, never an address.
    ADD COLUMN network text CHECK (char_length(network) BETWEEN 1 AND 50),
    -- When it was last renewed, null before the first time.
    ADD COLUMN renewed_at timestamptz;

CREATE OR REPLACE FUNCTION keep_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL THEN
        NEW.ended_at := OLD.ended_at;
    ELSIF NEW.user_id IS NULL THEN
        NEW.ended_at := coalesce(NEW.ended_at, clock_timestamp());
    END IF;
    IF NEW.ended_at IS NOT NULL THEN
        NEW.program := NULL;
        NEW.system := NULL;
        NEW.network := NULL;
    END IF;
    RETURN NEW;
END
$$;
