-- One address (R-PERS-5): the e-mail address of a person is that of their account, whoever changes either. It stands
-- with the person; an account has one of its own only where it is nobody's, and otherwise a copy that is kept here. What is
-- taken is taken for persons and accounts alike: each address has one row here, and so one holder.

CREATE TABLE email_addresses (
    address text CONSTRAINT email_addresses_unique_email PRIMARY KEY CHECK (address = lower(address)),
    -- The row comes before its holder's.
    person_id uuid REFERENCES persons (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    -- Of an account that is nobody's; or the one that somebody signed in with before this table, besides their own, until theirs
    -- changes.
    user_id uuid REFERENCES users (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CHECK (num_nonnulls(person_id, user_id) = 1)
);

CREATE UNIQUE INDEX email_addresses_by_person ON email_addresses (person_id);
CREATE INDEX email_addresses_by_user ON email_addresses (user_id);

-- What is stored. Nobody loses a name to sign in with: what an account signs in with is its own first. Then each account takes
-- its person's address, and the person without one that of the account. Nobody's password, session or code is touched.
ALTER TABLE persons DISABLE TRIGGER USER;
ALTER TABLE users DISABLE TRIGGER USER;

INSERT INTO email_addresses (address, user_id) SELECT lower(email), id FROM users WHERE email IS NOT NULL;

DO $$
DECLARE
    pair record;
BEGIN
    FOR pair IN
        SELECT u.id AS account, p.id AS person, u.email AS signs_in, p.email AS reached
        FROM users u JOIN persons p ON p.id = u.person_id
        WHERE coalesce(u.email, p.email) IS NOT NULL AND p.erased_at IS NULL
        ORDER BY u.id
    LOOP
        BEGIN
            IF pair.reached IS NULL THEN
                UPDATE persons SET email = pair.signs_in, version = version + 1 WHERE id = pair.person;
            END IF;
            IF lower(coalesce(pair.reached, pair.signs_in)) = lower(pair.signs_in) THEN
                UPDATE email_addresses SET person_id = pair.person, user_id = NULL WHERE address = lower(pair.signs_in);
            ELSE
                INSERT INTO email_addresses (address, person_id) VALUES (lower(pair.reached), pair.person);
            END IF;
            UPDATE users SET email = coalesce(pair.reached, pair.signs_in), version = version + 1,
                username = CASE WHEN position('@' IN username) = 0 THEN username ELSE coalesce(pair.reached, pair.signs_in) END
            WHERE id = pair.account AND email IS DISTINCT FROM coalesce(pair.reached, pair.signs_in);
            IF lower(pair.reached) <> lower(pair.signs_in) THEN
                RAISE WARNING 'account % signs in with its person''s address now, and with its former one until that changes',
                    pair.account;
            END IF;
        EXCEPTION WHEN unique_violation OR check_violation THEN
            RAISE WARNING 'account % and person % keep different addresses: one of them is another''s to sign in with',
                pair.account, pair.person;
        END;
    END LOOP;
    INSERT INTO email_addresses (address, person_id)
    SELECT lower(email), id FROM persons p
    WHERE email IS NOT NULL AND NOT EXISTS (SELECT FROM email_addresses WHERE person_id = p.id)
    ON CONFLICT DO NOTHING;
    FOR pair IN
        SELECT p.id AS person FROM persons p
        WHERE email IS NOT NULL AND NOT EXISTS (SELECT FROM email_addresses WHERE person_id = p.id)
    LOOP
        RAISE WARNING 'person % keeps an address that another signs in with', pair.person;
    END LOOP;
END;
$$;

ALTER TABLE persons ENABLE TRIGGER USER;
ALTER TABLE users ENABLE TRIGGER USER;

-- Whoever writes an address takes its row here before anything else: of two at once, the second waits there, and for nothing
-- that the first will want.

CREATE FUNCTION take_address_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.email IS NOT DISTINCT FROM NEW.email THEN
            RETURN NEW;
        END IF;
        DELETE FROM email_addresses
        WHERE person_id = NEW.id OR user_id IN (SELECT id FROM users WHERE person_id = NEW.id);
    END IF;
    INSERT INTO email_addresses (address, person_id) SELECT lower(NEW.email), NEW.id WHERE NEW.email IS NOT NULL;
    RETURN NEW;
END
$$;

CREATE TRIGGER persons_take_address BEFORE INSERT OR UPDATE OF email ON persons FOR EACH ROW
    EXECUTE FUNCTION take_address_of_person();

-- The address of a person's account follows, and its name where that is an address.
CREATE FUNCTION give_address_to_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE users SET email = NEW.email, version = version + 1, updated_at = NEW.updated_at,
        username = CASE WHEN position('@' IN username) = 0 THEN username ELSE NEW.email END
    WHERE person_id = NEW.id;
    RETURN NULL;
END
$$;

-- Of whom is erased, the account goes its own way.
CREATE TRIGGER persons_give_address AFTER UPDATE OF email ON persons FOR EACH ROW
    WHEN (OLD.email IS DISTINCT FROM NEW.email AND NEW.erased_at IS NULL)
    EXECUTE FUNCTION give_address_to_account();

-- Before the account of somebody who is removed is nobody's, and has the address to itself.
CREATE FUNCTION free_address_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM email_addresses WHERE person_id = OLD.id;
    RETURN OLD;
END
$$;

CREATE TRIGGER persons_free_address BEFORE DELETE ON persons FOR EACH ROW EXECUTE FUNCTION free_address_of_person();

-- An account that is nobody's has an address of its own, and any other that of its person. Whoever opens one for somebody
-- without an address gives them that of the account.
CREATE FUNCTION take_address_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    theirs text;
BEGIN
    IF NEW.person_id IS NULL THEN
        DELETE FROM email_addresses WHERE user_id = NEW.id;
        INSERT INTO email_addresses (address, user_id) SELECT lower(NEW.email), NEW.id WHERE NEW.email IS NOT NULL;
        RETURN NEW;
    END IF;
    -- nobody changes it until this account is there
    SELECT email INTO theirs FROM persons WHERE id = NEW.person_id FOR NO KEY UPDATE;
    IF TG_OP = 'INSERT' OR OLD.person_id IS DISTINCT FROM NEW.person_id THEN
        DELETE FROM email_addresses WHERE user_id = NEW.id;
        IF theirs IS NULL AND NEW.email IS NOT NULL THEN
            UPDATE persons SET email = NEW.email, version = version + 1, updated_at = NEW.updated_at
            WHERE id = NEW.person_id;
            RETURN NEW;
        END IF;
    END IF;
    IF theirs IS NOT NULL
        AND NOT EXISTS (SELECT FROM email_addresses WHERE address = lower(theirs) AND person_id = NEW.person_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'unique_violation', CONSTRAINT = 'email_addresses_unique_email',
            MESSAGE = 'another signs in with the address of this person';
    END IF;
    NEW.email := theirs;
    IF position('@' IN NEW.username) > 0 THEN
        NEW.username := theirs;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER users_take_address BEFORE INSERT OR UPDATE OF email, person_id ON users FOR EACH ROW
    EXECUTE FUNCTION take_address_of_account();
