-- What changed in whose calendar, for those who watch it live (R-AVAIL-8): a log that every node reads forward. It says
-- neither who nor why, and is forgotten after an hour.

CREATE TABLE slot_changes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Who has seen everything up to a snapshot reads on from it by this, exactly: a sequence's order is not the order of
    -- the commits.
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    provider_id uuid NOT NULL,
    -- [start_at, end_at) holds all that changed, and may hold more.
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX slot_changes_by_transaction ON slot_changes (xid);
CREATE INDEX slot_changes_by_age ON slot_changes (at);

-- Appointments and holds: the time that they block. A statement that books many, such as an import, is one change for
-- each provider.
CREATE FUNCTION note_booked_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO slot_changes (provider_id, start_at, end_at)
    SELECT provider_id, min(blocked_from), max(blocked_until) FROM booked
    WHERE status IN ('scheduled', 'checked_in') AND blocked_until > now() GROUP BY provider_id;
    RETURN NULL;
END;
$$;

CREATE TRIGGER appointments_booked_time AFTER INSERT ON appointments REFERENCING NEW TABLE AS booked
    FOR EACH STATEMENT EXECUTE FUNCTION note_booked_time();

CREATE FUNCTION note_blocked_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO slot_changes (provider_id, start_at, end_at)
        VALUES (OLD.provider_id, OLD.blocked_from, OLD.blocked_until);
    END IF;
    IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND (OLD.provider_id, OLD.blocked_from, OLD.blocked_until)
            IS DISTINCT FROM (NEW.provider_id, NEW.blocked_from, NEW.blocked_until)) THEN
        INSERT INTO slot_changes (provider_id, start_at, end_at)
        VALUES (NEW.provider_id, NEW.blocked_from, NEW.blocked_until);
    END IF;
    RETURN NULL;
END;
$$;

CREATE TRIGGER appointments_changed_time AFTER UPDATE ON appointments
    FOR EACH ROW WHEN (
        (OLD.status IN ('scheduled', 'checked_in')) IS DISTINCT FROM (NEW.status IN ('scheduled', 'checked_in'))
        OR (NEW.status IN ('scheduled', 'checked_in')
            AND (OLD.provider_id, OLD.blocked_from, OLD.blocked_until)
                IS DISTINCT FROM (NEW.provider_id, NEW.blocked_from, NEW.blocked_until))
    ) EXECUTE FUNCTION note_blocked_time();

CREATE TRIGGER appointments_freed_time AFTER DELETE ON appointments
    FOR EACH ROW WHEN (OLD.status IN ('scheduled', 'checked_in')) EXECUTE FUNCTION note_blocked_time();

CREATE TRIGGER holds_held_time AFTER INSERT ON holds
    FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION note_blocked_time();

CREATE TRIGGER holds_changed_time AFTER UPDATE ON holds
    FOR EACH ROW WHEN (
        (OLD.ended_at IS NULL) IS DISTINCT FROM (NEW.ended_at IS NULL)
        OR (OLD.provider_id, OLD.blocked_from, OLD.blocked_until)
            IS DISTINCT FROM (NEW.provider_id, NEW.blocked_from, NEW.blocked_until)
    ) EXECUTE FUNCTION note_blocked_time();

CREATE TRIGGER holds_freed_time AFTER DELETE ON holds
    FOR EACH ROW WHEN (OLD.ended_at IS NULL) EXECUTE FUNCTION note_blocked_time();

-- Working hours. Days are days of some zone: a day more on either side holds them in every zone, and windows past
-- midnight too. Nothing is offered farther ahead than the longest horizon that a type can have.
CREATE FUNCTION note_working_days(provider uuid, first_day date, last_day date) RETURNS void LANGUAGE sql AS $$
    INSERT INTO slot_changes (provider_id, start_at, end_at)
    SELECT provider, first_instant, last_instant
    FROM (SELECT
        greatest(now(), (first_day - 1)::timestamp AT TIME ZONE 'UTC') AS first_instant,
        least(now() + INTERVAL '731 days', (last_day + 3)::timestamp AT TIME ZONE 'UTC') AS last_instant) AS range
    WHERE first_instant < last_instant;
$$;

CREATE FUNCTION note_weekly_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM note_working_days(OLD.provider_id, OLD.valid_from, OLD.valid_until);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM note_working_days(NEW.provider_id, NEW.valid_from, NEW.valid_until);
    END IF;
    RETURN NULL;
END;
$$;

CREATE TRIGGER availability_changed_time AFTER INSERT OR UPDATE OR DELETE ON availability
    FOR EACH ROW EXECUTE FUNCTION note_weekly_hours();

CREATE FUNCTION note_exception() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM note_working_days(OLD.provider_id, OLD.start_date, OLD.end_date);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM note_working_days(NEW.provider_id, NEW.start_date, NEW.end_date);
    END IF;
    RETURN NULL;
END;
$$;

CREATE TRIGGER availability_exceptions_changed_time AFTER INSERT OR UPDATE OR DELETE ON availability_exceptions
    FOR EACH ROW EXECUTE FUNCTION note_exception();

CREATE FUNCTION note_whole_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_working_days(NEW.id, NULL, NULL);
    RETURN NULL;
END;
$$;

CREATE TRIGGER providers_changed_time AFTER UPDATE ON providers
    FOR EACH ROW WHEN ((OLD.active, OLD.time_zone) IS DISTINCT FROM (NEW.active, NEW.time_zone))
    EXECUTE FUNCTION note_whole_calendar();
