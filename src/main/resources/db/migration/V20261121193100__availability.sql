-- What can be booked and when a provider works.

CREATE TABLE appointment_types (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    duration_minutes integer NOT NULL CHECK (duration_minutes BETWEEN 5 AND 480),
    slot_interval_minutes integer NOT NULL CHECK (slot_interval_minutes BETWEEN 5 AND 240),
    buffer_before_minutes integer NOT NULL CHECK (buffer_before_minutes BETWEEN 0 AND 240),
    buffer_after_minutes integer NOT NULL CHECK (buffer_after_minutes BETWEEN 0 AND 240),
    min_notice_minutes integer CHECK (min_notice_minutes BETWEEN 0 AND 43200),
    max_horizon_days integer CHECK (max_horizon_days BETWEEN 1 AND 730),
    max_per_day integer CHECK (max_per_day BETWEEN 1 AND 500),
    patients_may_book boolean NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX appointment_types_unique_name ON appointment_types (lower(name));
CREATE INDEX appointment_types_by_name ON appointment_types (name, id);

-- A weekly rule, in wall-clock time of the provider's zone. An end of 00:00 is midnight at the end of the day; an end
-- that is not after the start lies on the next day (R-TIME-3).
CREATE TABLE availability (
    id uuid PRIMARY KEY,
    provider_id uuid NOT NULL REFERENCES providers (id) ON DELETE CASCADE,
    day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
    start_time time NOT NULL CHECK (start_time < TIME '24:00'),
    end_time time NOT NULL CHECK (end_time < TIME '24:00'),
    valid_from date,
    valid_until date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (valid_from <= valid_until)
);

CREATE INDEX availability_by_provider ON availability (provider_id, day_of_week, start_time, id);

CREATE TABLE availability_exceptions (
    id uuid PRIMARY KEY,
    provider_id uuid NOT NULL REFERENCES providers (id) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('absent', 'extra')),
    start_date date NOT NULL,
    end_date date NOT NULL,
    start_time time CHECK (start_time < TIME '24:00'),
    end_time time CHECK (end_time < TIME '24:00'),
    reason text CHECK (char_length(reason) BETWEEN 1 AND 500),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (start_date <= end_date),
    CHECK ((start_time IS NULL) = (end_time IS NULL)),
    CHECK (kind = 'absent' OR start_time IS NOT NULL)
);

CREATE INDEX availability_exceptions_by_provider ON availability_exceptions (provider_id, end_date, start_date, id);
