-- What a node of the former version does goes on while this one's migrations are in the database (R-SCALE-2, ADR 0062). Each of
-- these goes when no node of that version is left to run beside (contract).

DROP TRIGGER IF EXISTS persons_drop_stand_in_columns ON persons;
DROP FUNCTION IF EXISTS drop_stand_in_columns();

-- A provider was found by what they do only if all of a provider's columns had a value: a row with an empty one IS NOT NULL says no.
DO $$
DECLARE
    definition text := pg_get_functiondef('person_search_text(persons)'::regprocedure);
BEGIN
    EXECUTE replace(definition, 'IF practice IS NOT NULL THEN', 'IF practice.id IS NOT NULL THEN');
END;
$$;
UPDATE persons p SET search_text = person_search_text(p) WHERE kind = 'provider' AND search_text <> person_search_text(p);

-- The former version keeps with the session what the newest refresh token was derived with, this one with the token it was
-- derived from. Whichever node renews a session, a late request finds its successor on the other.
ALTER TABLE sessions
    ADD COLUMN rotated_hash bytea,
    ADD COLUMN rotation_salt bytea;

CREATE FUNCTION salt_with_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE refresh_tokens SET successor_salt = NEW.rotation_salt
    WHERE session_id = NEW.id AND hash = NEW.rotated_hash AND used_at IS NOT NULL
        AND successor_salt IS DISTINCT FROM NEW.rotation_salt;
    RETURN NULL;
END;
$$;

CREATE TRIGGER sessions_salt_with_token AFTER UPDATE OF rotated_hash ON sessions FOR EACH ROW
    WHEN (OLD.rotated_hash IS DISTINCT FROM NEW.rotated_hash) EXECUTE FUNCTION salt_with_token();

CREATE FUNCTION salt_with_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE sessions SET rotated_hash = NEW.hash, rotation_salt = NEW.successor_salt
    WHERE id = NEW.session_id AND rotated_hash IS DISTINCT FROM NEW.hash;
    RETURN NULL;
END;
$$;

CREATE TRIGGER refresh_tokens_salt_with_session AFTER UPDATE OF successor_salt ON refresh_tokens FOR EACH ROW
    WHEN (OLD.successor_salt IS NULL AND NEW.successor_salt IS NOT NULL) EXECUTE FUNCTION salt_with_session();

-- The former version knows no marks: a value that it changes keeps none, as where this version changes it (R-PERS-2), and a value
-- that it takes away leaves none behind, which a constraint would refuse.
CREATE FUNCTION unmark_changed_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.phone IS DISTINCT FROM OLD.phone AND NEW.phone_confirmed_at IS NOT DISTINCT FROM OLD.phone_confirmed_at THEN
        NEW.phone_confirmed_at := NULL;
        NEW.phone_confirmed_by := NULL;
    END IF;
    IF NEW.email IS DISTINCT FROM OLD.email AND NEW.email_confirmed_at IS NOT DISTINCT FROM OLD.email_confirmed_at THEN
        NEW.email_confirmed_at := NULL;
        NEW.email_confirmed_by := NULL;
    END IF;
    IF NEW.national_id IS DISTINCT FROM OLD.national_id
        AND NEW.national_id_confirmed_at IS NOT DISTINCT FROM OLD.national_id_confirmed_at THEN
        NEW.national_id_confirmed_at := NULL;
        NEW.national_id_confirmed_by := NULL;
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER persons_unmark_changed BEFORE UPDATE OF phone, email, national_id ON persons
    FOR EACH ROW EXECUTE FUNCTION unmark_changed_person();

CREATE FUNCTION unmark_changed_cover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.policy_number_confirmed_at := NULL;
    NEW.policy_number_confirmed_by := NULL;
    RETURN NEW;
END;
$$;

CREATE TRIGGER insurance_unmark_changed BEFORE UPDATE OF policy_number ON insurance FOR EACH ROW
    WHEN (OLD.policy_number IS DISTINCT FROM NEW.policy_number
        AND OLD.policy_number_confirmed_at IS NOT DISTINCT FROM NEW.policy_number_confirmed_at)
    EXECUTE FUNCTION unmark_changed_cover();

-- The former version writes a date of birth as a date, which its driver says with an offset behind it: 1980-02-29 +00. The first by
-- its name, before others read it.
CREATE FUNCTION birth_without_offset() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.date_of_birth := left(NEW.date_of_birth, 10);
    RETURN NEW;
END;
$$;

CREATE TRIGGER persons_a_birth BEFORE INSERT OR UPDATE OF date_of_birth ON persons FOR EACH ROW
    WHEN (NEW.date_of_birth ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2} [+-][0-9:]+$') EXECUTE FUNCTION birth_without_offset();
