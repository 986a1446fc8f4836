-- Appointments, and everything that PostgreSQL itself holds about them against every program that writes here.

CREATE TABLE insurance (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    insurer text NOT NULL CHECK (char_length(insurer) BETWEEN 1 AND 120),
    policy_number text NOT NULL CHECK (char_length(policy_number) BETWEEN 1 AND 60),
    expiry_date date NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (id, patient_id)
);

CREATE UNIQUE INDEX insurance_unique_policy_number
    ON insurance (upper(regexp_replace(policy_number, '\s', '', 'g')));
CREATE INDEX insurance_by_patient ON insurance (patient_id, id);

CREATE TABLE appointments (
    id uuid PRIMARY KEY,
    provider_id uuid NOT NULL REFERENCES providers (id),
    patient_id uuid NOT NULL REFERENCES patients (id),
    appointment_type_id uuid REFERENCES appointment_types (id),
    insurance_id uuid,
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    -- [blocked_from, blocked_until) is the provider's time that the appointment takes, buffers included (R-BOOK-1).
    blocked_from timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    -- The provider's zone when it was booked: what a viewer is shown. The instants do not move when zone rules do.
    time_zone text NOT NULL CHECK (char_length(time_zone) BETWEEN 1 AND 64),
    status text NOT NULL CHECK (status IN ('scheduled', 'checked_in', 'completed', 'cancelled', 'no_show')),
    reason text CHECK (char_length(reason) BETWEEN 1 AND 500),
    -- The last change: what it was, who made it, and why. A trigger copies it to the history.
    last_change text NOT NULL CHECK (
        last_change IN ('booked', 'rescheduled', 'amended', 'checked_in', 'completed', 'cancelled', 'no_show')
    ),
    changed_by uuid,
    changed_by_role text NOT NULL CHECK (changed_by_role IN ('admin', 'provider', 'patient', 'system')),
    change_reason text CHECK (char_length(change_reason) BETWEEN 1 AND 500),
    override_reason text CHECK (char_length(override_reason) BETWEEN 1 AND 500),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    FOREIGN KEY (insurance_id, patient_id) REFERENCES insurance (id, patient_id),
    CHECK (start_at < end_at),
    CHECK (blocked_from <= start_at AND blocked_until >= end_at),
    -- R-BOOK-1, R-BOOK-2: the second lock, which holds against other programs too. Touching ends do not overlap.
    CONSTRAINT appointments_provider_overlap EXCLUDE USING gist (
        provider_id WITH =, tstzrange(blocked_from, blocked_until) WITH &&
    ) WHERE (status IN ('scheduled', 'checked_in')),
    CONSTRAINT appointments_patient_overlap EXCLUDE USING gist (
        patient_id WITH =, tstzrange(start_at, end_at) WITH &&
    ) WHERE (status IN ('scheduled', 'checked_in'))
);

CREATE INDEX appointments_by_start ON appointments (start_at, id);
CREATE INDEX appointments_by_provider ON appointments (provider_id, start_at, id);
CREATE INDEX appointments_by_patient ON appointments (patient_id, start_at, id);
CREATE INDEX appointments_by_status ON appointments (status, start_at, id);
CREATE INDEX appointments_by_provider_and_status ON appointments (provider_id, status, start_at, id);
CREATE INDEX appointments_by_pair ON appointments (provider_id, patient_id);
CREATE INDEX appointments_by_type ON appointments (appointment_type_id) WHERE appointment_type_id IS NOT NULL;
CREATE INDEX appointments_by_insurance ON appointments (insurance_id) WHERE insurance_id IS NOT NULL;

CREATE TABLE appointment_history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    appointment_id uuid NOT NULL REFERENCES appointments (id) ON DELETE CASCADE,
    version integer NOT NULL,
    at timestamptz NOT NULL,
    change text NOT NULL,
    changed_by uuid,
    changed_by_role text NOT NULL,
    reason text,
    override_reason text,
    from_status text,
    from_start timestamptz,
    from_end timestamptz,
    from_provider_id uuid,
    to_status text NOT NULL,
    to_start timestamptz NOT NULL,
    to_end timestamptz NOT NULL,
    to_provider_id uuid NOT NULL
);

CREATE INDEX appointment_history_by_appointment ON appointment_history (appointment_id, id);

-- Written by the database, so that no program can change an appointment and leave no trace.
CREATE FUNCTION record_appointment_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO appointment_history (
        appointment_id, version, at, change, changed_by, changed_by_role, reason, override_reason,
        from_status, from_start, from_end, from_provider_id, to_status, to_start, to_end, to_provider_id
    ) VALUES (
        NEW.id, NEW.version, NEW.updated_at, NEW.last_change, NEW.changed_by, NEW.changed_by_role,
        NEW.change_reason, NEW.override_reason,
        CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END,
        CASE WHEN TG_OP = 'UPDATE' THEN OLD.start_at END,
        CASE WHEN TG_OP = 'UPDATE' THEN OLD.end_at END,
        CASE WHEN TG_OP = 'UPDATE' THEN OLD.provider_id END,
        NEW.status, NEW.start_at, NEW.end_at, NEW.provider_id
    );
    RETURN NULL;
END;
$$;

CREATE TRIGGER appointments_history AFTER INSERT OR UPDATE ON appointments
    FOR EACH ROW EXECUTE FUNCTION record_appointment_history();

-- The first answer to each keyed creation, kept for a day (R-BOOK-6).
CREATE TABLE idempotency_keys (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 200),
    request_hash bytea NOT NULL CHECK (octet_length(request_hash) = 32),
    status smallint NOT NULL CHECK (status BETWEEN 200 AND 299),
    location text NOT NULL,
    etag text NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
