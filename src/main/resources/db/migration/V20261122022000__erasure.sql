-- Erasure of a patient's data (ADR 0024): the person is gone for good, what has to be kept stays under the id.

ALTER TABLE persons
    ADD COLUMN erased_at timestamptz,
    ADD CONSTRAINT persons_erased_wholly CHECK (
        erased_at IS NULL
        OR (
            kind = 'patient' AND first_name = 'Erased' AND last_name = 'Patient'
            AND num_nonnulls(date_of_birth, gender, phone, email, national_id) = 0
        )
    );

-- An erasure is a change like others, so that the history tells of it.
ALTER TABLE appointments
    DROP CONSTRAINT appointments_last_change_check,
    ADD CONSTRAINT appointments_last_change_check CHECK (
        last_change IN (
            'booked', 'rescheduled', 'amended', 'checked_in', 'completed', 'cancelled', 'no_show', 'erased'
        )
    );
