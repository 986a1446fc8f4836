-- Holds: short reservations of a time before it is booked (R-BOOK-10), and what PostgreSQL itself holds about them.

CREATE TABLE holds (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    provider_id uuid NOT NULL REFERENCES providers (id) ON DELETE CASCADE,
    patient_id uuid NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    appointment_type_id uuid REFERENCES appointment_types (id) ON DELETE CASCADE,
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    -- [blocked_from, blocked_until) is the provider's time that it takes, buffers included, as an appointment would.
    blocked_from timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    -- From here on it blocks nothing, whether or not anybody has noted it in ended_at.
    expires_at timestamptz NOT NULL,
    -- When it was booked, or else its expiry once that is noted. Null before.
    ended_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (start_at < end_at),
    CHECK (blocked_from <= start_at AND blocked_until >= end_at),
    -- R-BOOK-1 among holds. A constraint cannot ask for the time; the trigger below ends those that have expired first,
    -- so that none of them is ever in the way.
    CONSTRAINT holds_provider_overlap EXCLUDE USING gist (
        provider_id WITH =, tstzrange(blocked_from, blocked_until) WITH &&
    ) WHERE (ended_at IS NULL)
);

CREATE INDEX holds_by_user ON holds (user_id) WHERE ended_at IS NULL;
CREATE INDEX holds_by_provider ON holds (provider_id, blocked_from) WHERE ended_at IS NULL;
CREATE INDEX holds_by_expiry ON holds (expires_at) WHERE ended_at IS NULL;
CREATE INDEX holds_by_age ON holds (expires_at);

-- R-BOOK-1 between a hold and an appointment, which no constraint can hold because they stand in two tables. Whoever
-- writes either locks the provider's row first, as the application does (R-BOOK-2), and then looks into the other table:
-- the second of two sees what the first has committed. That is so where every statement sees what was committed before
-- it began, which is PostgreSQL's usual isolation; others are refused here rather than trusted.
CREATE FUNCTION lock_calendar(provider uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'appointments and holds are written at READ COMMITTED' USING ERRCODE = '0A000';
    END IF;
    PERFORM 1 FROM persons WHERE id = provider FOR NO KEY UPDATE;
END;
$$;

CREATE FUNCTION keep_hold_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lock_calendar(NEW.provider_id);
    UPDATE holds SET ended_at = expires_at
    WHERE provider_id = NEW.provider_id AND ended_at IS NULL AND expires_at <= clock_timestamp() AND id <> NEW.id;
    IF EXISTS (
        SELECT FROM appointments
        WHERE provider_id = NEW.provider_id AND status IN ('scheduled', 'checked_in')
            AND tstzrange(blocked_from, blocked_until) && tstzrange(NEW.blocked_from, NEW.blocked_until)
    ) THEN
        RAISE EXCEPTION 'an appointment is in the way of a hold'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'holds_provider_overlap', TABLE = 'holds';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER holds_apart BEFORE INSERT ON holds
    FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION keep_hold_apart();

-- Whatever only ends a hold, or ends it sooner, needs no lock.
CREATE TRIGGER changed_holds_apart BEFORE UPDATE ON holds
    FOR EACH ROW WHEN (
        NEW.ended_at IS NULL
        AND (
            OLD.ended_at IS NOT NULL
            OR NEW.expires_at > OLD.expires_at
            OR (OLD.provider_id, OLD.blocked_from, OLD.blocked_until)
                IS DISTINCT FROM (NEW.provider_id, NEW.blocked_from, NEW.blocked_until)
        )
    ) EXECUTE FUNCTION keep_hold_apart();

CREATE FUNCTION keep_appointment_off_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lock_calendar(NEW.provider_id);
    IF EXISTS (
        SELECT FROM holds
        WHERE provider_id = NEW.provider_id AND ended_at IS NULL AND expires_at > clock_timestamp()
            AND tstzrange(blocked_from, blocked_until) && tstzrange(NEW.blocked_from, NEW.blocked_until)
    ) THEN
        RAISE EXCEPTION 'a hold is in the way of an appointment'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'appointments_provider_overlap', TABLE = 'appointments';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER appointments_off_holds BEFORE INSERT ON appointments
    FOR EACH ROW WHEN (NEW.status IN ('scheduled', 'checked_in')) EXECUTE FUNCTION keep_appointment_off_holds();

CREATE TRIGGER appointments_moved_off_holds
    BEFORE UPDATE OF provider_id, blocked_from, blocked_until, status ON appointments
    FOR EACH ROW WHEN (
        NEW.status IN ('scheduled', 'checked_in')
        AND (
            OLD.status NOT IN ('scheduled', 'checked_in')
            OR (OLD.provider_id, OLD.blocked_from, OLD.blocked_until)
                IS DISTINCT FROM (NEW.provider_id, NEW.blocked_from, NEW.blocked_until)
        )
    ) EXECUTE FUNCTION keep_appointment_off_holds();
