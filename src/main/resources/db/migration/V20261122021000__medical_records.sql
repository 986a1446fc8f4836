-- Medical records (R-REC-1 to R-REC-4). What a record says stands in its versions and is sealed by the application: PostgreSQL
-- holds bytes and has no key. Every value names the key that it is sealed with.

CREATE TABLE medical_records (
    id uuid PRIMARY KEY,
    appointment_id uuid NOT NULL REFERENCES appointments (id),
    -- Of the appointment, which keeps them as long as it has a record: see the trigger below.
    provider_id uuid NOT NULL REFERENCES providers (id),
    patient_id uuid NOT NULL REFERENCES patients (id),
    visit_at timestamptz NOT NULL,
    -- The number of the version that stands now, from 1 on.
    newest_version integer NOT NULL CHECK (newest_version >= 1),
    -- Removed is hidden and not erased (R-REC-3).
    removed_at timestamptz,
    removed_by uuid,
    removed_by_role text CHECK (removed_by_role IN ('admin', 'provider')),
    removal_reason text CHECK (char_length(removal_reason) BETWEEN 1 AND 500),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (num_nulls(removed_at, removed_by, removed_by_role, removal_reason) IN (0, 4))
);

-- One record per appointment (R-REC-1); those that were removed do not count.
CREATE UNIQUE INDEX medical_records_unique_appointment_id ON medical_records (appointment_id) WHERE removed_at IS NULL;
CREATE INDEX medical_records_by_provider ON medical_records (provider_id, visit_at, id) WHERE removed_at IS NULL;
CREATE INDEX medical_records_by_patient ON medical_records (patient_id, visit_at, id) WHERE removed_at IS NULL;

CREATE TABLE medical_record_versions (
    id uuid PRIMARY KEY,
    record_id uuid NOT NULL REFERENCES medical_records (id),
    number integer NOT NULL CHECK (number >= 1),
    written_at timestamptz NOT NULL,
    -- Format (1 byte), length of the key's id (1), the key's id, nonce (12), ciphertext and tag (16).
    diagnosis bytea NOT NULL CHECK (octet_length(diagnosis) > 31),
    treatment bytea CHECK (octet_length(treatment) > 31),
    prescriptions bytea CHECK (octet_length(prescriptions) > 31),
    notes bytea CHECK (octet_length(notes) > 31),
    -- What the value itself says, so that it cannot say anything else. All four are always sealed with the same key.
    key_id text NOT NULL
        GENERATED ALWAYS AS (encode(substring(diagnosis FROM 3 FOR get_byte(diagnosis, 1)), 'escape')) STORED,
    CONSTRAINT medical_record_versions_unique_number UNIQUE (record_id, number)
);

-- Where the re-encryption goes on.
CREATE INDEX medical_record_versions_by_key ON medical_record_versions (key_id, id);

-- Ciphertext cannot be compressed: do not try.
ALTER TABLE medical_record_versions
    ALTER COLUMN diagnosis SET STORAGE EXTERNAL,
    ALTER COLUMN treatment SET STORAGE EXTERNAL,
    ALTER COLUMN prescriptions SET STORAGE EXTERNAL,
    ALTER COLUMN notes SET STORAGE EXTERNAL;

-- A visit of which a record was written took place. The appointment can be completed; it is neither moved nor cancelled nor
-- missed any more, so that its provider and its patient stay those of the record (R-REC-2). Whoever writes a record has locked
-- the appointment first, so that one of two at once sees the other.
CREATE FUNCTION keep_recorded_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM medical_records WHERE appointment_id = NEW.id AND removed_at IS NULL) THEN
        RAISE EXCEPTION 'a medical record was written of the appointment'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'appointments_recorded', TABLE = 'appointments';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER appointments_recorded
    BEFORE UPDATE OF provider_id, patient_id, start_at, status ON appointments
    FOR EACH ROW WHEN (
        (OLD.provider_id, OLD.patient_id, OLD.start_at) IS DISTINCT FROM (NEW.provider_id, NEW.patient_id, NEW.start_at)
        OR (OLD.status IS DISTINCT FROM NEW.status AND NEW.status IN ('cancelled', 'no_show'))
    ) EXECUTE FUNCTION keep_recorded_appointment();
