-- How far from its start an appointment can block its provider: 8 hours and a buffer of 4 (appointment_types). The
-- queries that read busy times rely on it to find them by their start.
ALTER TABLE appointments
    ADD CONSTRAINT appointments_bounded CHECK (
        end_at <= start_at + INTERVAL '8 hours'
        AND blocked_from >= start_at - INTERVAL '4 hours'
        AND blocked_until <= end_at + INTERVAL '4 hours'
    );
