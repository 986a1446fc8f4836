-- A status that was set by mistake is taken back (R-BOOK-7a): a change like others, so that the history tells of it.
ALTER TABLE appointments
    DROP CONSTRAINT appointments_last_change_check,
    ADD CONSTRAINT appointments_last_change_check CHECK (
        last_change IN (
            'booked', 'rescheduled', 'amended', 'checked_in', 'completed', 'cancelled', 'no_show', 'corrected', 'erased'
        )
    ) NOT VALID,
    -- Until when the patient, who booked it, can take that back whatever the notice. Null: somebody else booked it.
    ADD COLUMN undo_until timestamptz;

-- A visit with a record has begun: a correction does not make it one that has not. It may be one that is scheduled and has
-- begun, as when its record is written without a check-in.
DROP TRIGGER appointments_recorded ON appointments;
CREATE TRIGGER appointments_recorded
    BEFORE UPDATE OF provider_id, patient_id, start_at, status ON appointments
    FOR EACH ROW WHEN (
        (OLD.provider_id, OLD.patient_id, OLD.start_at) IS DISTINCT FROM (NEW.provider_id, NEW.patient_id, NEW.start_at)
        OR (OLD.status IS DISTINCT FROM NEW.status AND (
            NEW.status IN ('cancelled', 'no_show')
            OR (NEW.status = 'scheduled' AND NEW.start_at > NEW.updated_at)
        ))
    ) EXECUTE FUNCTION keep_recorded_appointment();
