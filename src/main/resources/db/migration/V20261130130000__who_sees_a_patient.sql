-- R-AUTH-13: a provider sees a patient by a visit that is not cancelled and not long over, by having opened the file lately, or in an
-- emergency, for some hours. The trail tells of an emergency for ever; this table says for how long it lets somebody see, and
-- tells the patient.
CREATE TABLE emergency_openings (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    -- whoever opened somebody's file stays known: such a provider is not removed
    provider_id uuid NOT NULL REFERENCES providers (id),
    reason text NOT NULL CHECK (char_length(reason) BETWEEN 10 AND 500),
    opened_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > opened_at)
);

CREATE INDEX emergency_openings_by_patient ON emergency_openings (patient_id, id);
CREATE INDEX emergency_openings_by_provider ON emergency_openings (provider_id, expires_at);

-- The one place of the rule. PostgreSQL puts it into the statement that asks, so that a question about one patient is a
-- look-up in an index each, and the first that finds something ends it.
CREATE FUNCTION patients_seen_by(provider uuid, since timestamptz, moment timestamptz) RETURNS SETOF uuid
    LANGUAGE sql STABLE ROWS 100 AS $$
    SELECT a.patient_id FROM appointments a
    WHERE a.provider_id = provider AND a.status <> 'cancelled' AND a.end_at > since
    UNION ALL
    SELECT f.id FROM patients f JOIN persons p ON p.id = f.id WHERE f.opened_by = provider AND p.created_at > since
    UNION ALL
    SELECT e.patient_id FROM emergency_openings e WHERE e.provider_id = provider AND e.expires_at > moment
$$;

-- Emergencies are few among millions of entries, and are looked for.
CREATE INDEX audit_entries_of_emergencies ON audit_entries (at, id) WHERE action = 'opened_in_emergency';
