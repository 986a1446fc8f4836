-- Persons, by joined inheritance, and the accounts that people sign in with.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE persons (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('patient', 'provider')),
    first_name text NOT NULL CHECK (char_length(first_name) BETWEEN 1 AND 120),
    last_name text NOT NULL CHECK (char_length(last_name) BETWEEN 1 AND 120),
    date_of_birth date CHECK (date_of_birth >= DATE '1870-01-01'),
    gender text CHECK (gender IN ('female', 'male', 'other', 'unknown')),
    phone text CHECK (char_length(phone) BETWEEN 7 AND 30),
    email text CHECK (char_length(email) BETWEEN 3 AND 254),
    national_id text CHECK (char_length(national_id) BETWEEN 1 AND 40),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    search_text text GENERATED ALWAYS AS (
        lower(
            first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' '
                || coalesce(national_id, '')
        )
    ) STORED
);

-- The name of each unique index ends in the field that it guards: the answer to a duplicate is derived from it.
CREATE UNIQUE INDEX persons_unique_email ON persons (lower(email));
CREATE UNIQUE INDEX persons_unique_phone ON persons (regexp_replace(phone, '[^0-9]', '', 'g'));
CREATE UNIQUE INDEX persons_unique_national_id ON persons (upper(national_id));
CREATE INDEX persons_by_name ON persons (kind, last_name, first_name, id);
CREATE INDEX persons_by_search_text ON persons USING gin (search_text gin_trgm_ops);

CREATE SEQUENCE patient_numbers;

CREATE TABLE patients (
    id uuid PRIMARY KEY REFERENCES persons (id) ON DELETE CASCADE,
    patient_number text NOT NULL CHECK (patient_number ~ '^PAT-[0-9]{6,12}$')
);

CREATE UNIQUE INDEX patients_unique_patient_number ON patients (patient_number);

CREATE TABLE providers (
    id uuid PRIMARY KEY REFERENCES persons (id) ON DELETE CASCADE,
    cadre text NOT NULL CHECK (char_length(cadre) BETWEEN 1 AND 100),
    specialization text CHECK (char_length(specialization) BETWEEN 1 AND 100),
    time_zone text NOT NULL CHECK (char_length(time_zone) BETWEEN 1 AND 64),
    active boolean NOT NULL
);

CREATE INDEX providers_by_specialization ON providers (lower(specialization)) WHERE active;
CREATE INDEX providers_by_cadre ON providers (lower(cadre)) WHERE active;

CREATE TABLE users (
    id uuid PRIMARY KEY,
    username text NOT NULL CHECK (char_length(username) BETWEEN 3 AND 254),
    email text CHECK (char_length(email) BETWEEN 3 AND 254),
    password_hash text,
    role text NOT NULL CHECK (role IN ('admin', 'provider', 'patient')),
    enabled boolean NOT NULL,
    person_id uuid REFERENCES persons (id) ON DELETE SET NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    -- A name that looks like an e-mail address is the user's own, so that no name can stand for two accounts.
    CHECK (position('@' IN username) = 0 OR lower(username) = lower(email))
);

CREATE UNIQUE INDEX users_unique_username ON users (lower(username));
CREATE UNIQUE INDEX users_unique_email ON users (lower(email));
CREATE UNIQUE INDEX users_unique_person_id ON users (person_id);
