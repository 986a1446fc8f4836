-- R-BOOK-1 for patients: what is held for one blocks the patient's own time as well, against other holds and against
-- appointments. Held like the provider's: by a constraint among holds, and between the two tables by triggers that lock
-- first the provider's row and then the patient's, as the application does (R-BOOK-2).

-- What has expired ends; of two that last and overlap, the one that was made first stays.
UPDATE holds SET ended_at = expires_at WHERE ended_at IS NULL AND expires_at <= clock_timestamp();
UPDATE holds AS later SET ended_at = later.expires_at
WHERE later.ended_at IS NULL AND (
    EXISTS (
        SELECT FROM holds AS earlier
        WHERE earlier.patient_id = later.patient_id AND earlier.ended_at IS NULL AND earlier.id < later.id
            AND tstzrange(earlier.start_at, earlier.end_at) && tstzrange(later.start_at, later.end_at)
    )
    OR EXISTS (
        SELECT FROM appointments
        WHERE appointments.patient_id = later.patient_id AND status IN ('scheduled', 'checked_in')
            AND tstzrange(appointments.start_at, appointments.end_at) && tstzrange(later.start_at, later.end_at)
    )
);

ALTER TABLE holds
    ADD CONSTRAINT holds_patient_overlap EXCLUDE USING gist (
        patient_id WITH =, tstzrange(start_at, end_at) WITH &&
    ) WHERE (ended_at IS NULL);

CREATE INDEX holds_by_patient ON holds (patient_id, start_at) WHERE ended_at IS NULL;

CREATE FUNCTION lock_parties(provider uuid, patient uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lock_calendar(provider);
    PERFORM 1 FROM persons WHERE id = patient FOR NO KEY UPDATE;
END;
$$;

CREATE OR REPLACE FUNCTION keep_hold_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lock_parties(NEW.provider_id, NEW.patient_id);
    -- In one order, because another calendar's transaction may be about to end some of the same.
    UPDATE holds SET ended_at = expires_at WHERE id IN (
        SELECT id FROM holds
        WHERE (provider_id = NEW.provider_id OR patient_id = NEW.patient_id) AND ended_at IS NULL
            AND expires_at <= clock_timestamp() AND id <> NEW.id
        ORDER BY id FOR UPDATE
    );
    IF EXISTS (
        SELECT FROM appointments
        WHERE provider_id = NEW.provider_id AND status IN ('scheduled', 'checked_in')
            AND tstzrange(blocked_from, blocked_until) && tstzrange(NEW.blocked_from, NEW.blocked_until)
    ) THEN
        RAISE EXCEPTION 'an appointment is in the way of a hold'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'holds_provider_overlap', TABLE = 'holds';
    END IF;
    IF EXISTS (
        SELECT FROM appointments
        WHERE patient_id = NEW.patient_id AND status IN ('scheduled', 'checked_in')
            AND tstzrange(start_at, end_at) && tstzrange(NEW.start_at, NEW.end_at)
    ) THEN
        RAISE EXCEPTION 'an appointment of the patient is in the way of a hold'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'holds_patient_overlap', TABLE = 'holds';
    END IF;
    RETURN NEW;
END;
$$;

DROP TRIGGER changed_holds_apart ON holds;

-- Whatever only ends a hold, or ends it sooner, needs no lock.
CREATE TRIGGER changed_holds_apart BEFORE UPDATE ON holds
    FOR EACH ROW WHEN (
        NEW.ended_at IS NULL
        AND (
            OLD.ended_at IS NOT NULL
            OR NEW.expires_at > OLD.expires_at
            OR (OLD.provider_id, OLD.blocked_from, OLD.blocked_until, OLD.patient_id, OLD.start_at, OLD.end_at)
                IS DISTINCT FROM
                (NEW.provider_id, NEW.blocked_from, NEW.blocked_until, NEW.patient_id, NEW.start_at, NEW.end_at)
        )
    ) EXECUTE FUNCTION keep_hold_apart();

CREATE OR REPLACE FUNCTION keep_appointment_off_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lock_parties(NEW.provider_id, NEW.patient_id);
    IF EXISTS (
        SELECT FROM holds
        WHERE provider_id = NEW.provider_id AND ended_at IS NULL AND expires_at > clock_timestamp()
            AND tstzrange(blocked_from, blocked_until) && tstzrange(NEW.blocked_from, NEW.blocked_until)
    ) THEN
        RAISE EXCEPTION 'a hold is in the way of an appointment'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'appointments_provider_overlap', TABLE = 'appointments';
    END IF;
    IF EXISTS (
        SELECT FROM holds
        WHERE patient_id = NEW.patient_id AND ended_at IS NULL AND expires_at > clock_timestamp()
            AND tstzrange(start_at, end_at) && tstzrange(NEW.start_at, NEW.end_at)
    ) THEN
        RAISE EXCEPTION 'a hold of the patient is in the way of an appointment'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'appointments_patient_overlap', TABLE = 'appointments';
    END IF;
    RETURN NEW;
END;
$$;

DROP TRIGGER appointments_moved_off_holds ON appointments;

CREATE TRIGGER appointments_moved_off_holds
    BEFORE UPDATE OF provider_id, blocked_from, blocked_until, patient_id, start_at, end_at, status ON appointments
    FOR EACH ROW WHEN (
        NEW.status IN ('scheduled', 'checked_in')
        AND (
            OLD.status NOT IN ('scheduled', 'checked_in')
            OR (OLD.provider_id, OLD.blocked_from, OLD.blocked_until, OLD.patient_id, OLD.start_at, OLD.end_at)
                IS DISTINCT FROM
                (NEW.provider_id, NEW.blocked_from, NEW.blocked_until, NEW.patient_id, NEW.start_at, NEW.end_at)
        )
    ) EXECUTE FUNCTION keep_appointment_off_holds();
