-- People are found by what people say (R-PERS-6, ADR 0039): one folded form of a person, made here and nowhere else, serves
-- search, order and uniqueness. Columns that triggers keep, because the number of a patient and what a provider does stand in
-- tables of their own; unlike an index on a function they need none of these functions while a dump is restored.

-- Letters without marks and in lower case, ß as ss; no apostrophes; what separates is one hyphen, white space one space. An @ is
-- letters of its own: it would begin a word for the trigram index, and each search for "gmail" would look at all who have mail there.
CREATE FUNCTION search_folded(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(regexp_replace(
        replace(replace(replace(replace(replace(
            translate(
                regexp_replace(
                    lower(normalize(
                        translate(given, E'''`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u2035\uff07', ''),
                        NFKD) COLLATE "und-x-icu"),
                    '[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060\ufeff]',
                    '', 'g'),
                'øłđðħŧıς', 'olddhtiσ'),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), '@', '0at0'),
        '[-\u2010-\u2015\u2212\u05be\u00b7\u30fb.,;:/()+#&"]+', '-', 'g'),
        '-*\s+-*', ' ', 'g'), ' -')
$$;

-- The words of a text: each as it is written, without what separates within it, and each part of it.
CREATE FUNCTION search_words(given text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    folded text := search_folded(given);
BEGIN
    RETURN CASE
        WHEN folded IS NULL OR folded = '' THEN '{}'
        WHEN position('-' IN folded) = 0 THEN string_to_array(folded, ' ')
        ELSE string_to_array(replace(folded, '-', ''), ' ') || string_to_array(replace(folded, '-', ' '), ' ')
    END;
END;
$$;

-- The words that somebody types, each to be looked for by itself. Hyphens between letters part them, as they may be spaces where
-- it is written; a number or an address is one word. What has neither letters nor digits says nothing, and no index knows it.
CREATE FUNCTION search_tokens(given text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(token ORDER BY place), '{}')
    FROM regexp_split_to_table(given, '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+')
            WITH ORDINALITY AS words (word, place),
        unnest(CASE WHEN word ~ '[0-9@]|[^\s]\.[^\s]' THEN ARRAY[word]
            ELSE string_to_array(search_folded(word), '-') END) AS token
    WHERE search_folded(token) ~ '[[:alnum:]]' COLLATE "und-x-icu"
$$;

-- A phone number by its digits, with the code of its country: +254 712…, 00254712… and 0712… are one.
CREATE FUNCTION phone_key(given text, country text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    digits text := regexp_replace(given, '[^0-9]', '', 'g');
BEGIN
    RETURN CASE
        WHEN given LIKE '+%' THEN regexp_replace(replace(given, '(0)', ''), '[^0-9]', '', 'g')
        WHEN digits LIKE '00%' THEN substr(digits, 3)
        WHEN digits LIKE '0%' THEN country || substr(digits, 2)
        WHEN country = '1' AND char_length(digits) = 10 THEN '1' || digits
        ELSE digits
    END;
END;
$$;

-- A national id without its case, and without what separates.
CREATE FUNCTION national_id_key(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT upper(coalesce(
        nullif(regexp_replace(given, '[- \u00a0\u2010-\u2015\u2212./]', '', 'g'), ''), given) COLLATE "und-x-icu")
$$;

-- A date as one writes it, as eight digits; null where it is none. Days come first, unless there is no such month.
CREATE FUNCTION search_date(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE
        WHEN year NOT BETWEEN 1870 AND 2199 THEN NULL
        WHEN one BETWEEN 1 AND 31 AND other BETWEEN 1 AND 12 THEN to_char(year * 10000 + other * 100 + one, 'FM00000000')
        WHEN one BETWEEN 1 AND 12 AND other BETWEEN 1 AND 31 THEN to_char(year * 10000 + one * 100 + other, 'FM00000000')
    END
    FROM (
        SELECT p[1]::integer AS year, p[3]::integer AS one, p[2]::integer AS other
        FROM regexp_match(given, '^([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})$') AS p WHERE p IS NOT NULL
        UNION ALL
        SELECT p[3]::integer, p[1]::integer, p[2]::integer
        FROM regexp_match(given, '^([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})$') AS p WHERE p IS NOT NULL
    ) AS parts
$$;

-- What the text of somebody has to match for one word that is typed, as a regular expression. Words of letters are looked for at
-- the beginning of words ("0" stands before those that no index range of its own finds), up to three digits as a whole number,
-- all else anywhere.
CREATE FUNCTION search_term(token text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN day IS NOT NULL THEN ' ' || day
        WHEN word ~ '^[0-9]{1,3}$' THEN ' ' || word::integer || ' '
        WHEN word ~ '^00[0-9]{8,}$' THEN substr(word, 3)
        WHEN word ~ '^0[0-9]{8,}$' THEN substr(word, 2)
        WHEN word ~ '^[0-9]+$' THEN word
        WHEN word !~ '[0-9]' AND token !~ '[^\s][-.@_+/][^\s]' OR char_length(word) < 3 THEN ' 0?' || escaped
        ELSE escaped
    END
    FROM search_date(token) AS day, replace(replace(search_folded(token), '-', ''), ' ', '') AS word,
        regexp_replace(word, '([][\\.*+?(){}|^$])', '\\\1', 'g') AS escaped
$$;

-- What the names of somebody may have within their words instead: words of four letters and more are looked for there too.
CREATE FUNCTION search_within(term text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT '%' || substring(term COLLATE "und-x-icu" FROM '^ 0\?([[:alpha:]]{4,})$') || '%'
$$;

-- What has to match, one of the rows with all that it has: the words as they are typed; digits that stand side by side as one
-- number; and where there are digits, everything in one. How somebody is addressed is no part of a name.
CREATE FUNCTION search_alternatives(given text) RETURNS SETOF text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE ROWS 2 AS $$
DECLARE
    said text[] := search_tokens(given);
    names text[] := ARRAY(
        SELECT word FROM unnest(said) WITH ORDINALITY AS words (word, place)
        WHERE lower(btrim(word, '.,')) NOT IN ('mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'bw', 'bi', 'daktari')
        ORDER BY place);
    words text[] := CASE WHEN cardinality(names) > 0 THEN names ELSE said END;
    spoken text := array_to_string(words, ' ');
    numbers text := regexp_replace(
        spoken, '(?<=^|[ (+])([+(]?[0-9][0-9().+/-]*) (?=[(]?[0-9])', '\1', 'g');
BEGIN
    IF cardinality(words) = 0 THEN
        RETURN;
    END IF;
    RETURN NEXT ARRAY(SELECT DISTINCT search_term(word) FROM unnest(words) AS word);
    IF numbers <> spoken THEN
        RETURN NEXT ARRAY(SELECT DISTINCT search_term(word) FROM unnest(search_tokens(numbers)) AS word);
    END IF;
    IF cardinality(words) > 1 AND spoken ~ '[0-9]' AND position(' ' IN numbers) > 0 THEN
        RETURN NEXT ARRAY[search_term(replace(spoken, ' ', ''))];
    END IF;
END;
$$;

-- The same as a condition on that text, and on what stands within names if there are any; "false" for what says nothing.
CREATE FUNCTION search_condition(given text, on_text text, on_names text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce('(' || string_agg(
        (
            SELECT string_agg(
                CASE WHEN on_names IS NULL OR search_within(term) IS NULL THEN format('%s ~ %L', on_text, term)
                    ELSE format('(%s ~ %L OR %s LIKE %L)', on_text, term, on_names, search_within(term)) END,
                ' AND ')
            FROM unnest(terms) AS term
        ), ' OR ') || ')', 'false')
    FROM search_alternatives(given) AS terms
$$;

-- Where the clinic's patients phone from, which tells whose number one without a country is; the configuration says it at
-- every start.
CREATE TABLE phone_numbering (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    country_code text NOT NULL CHECK (country_code ~ '^[1-9][0-9]{0,2}$')
);
INSERT INTO phone_numbering (country_code) VALUES (coalesce(nullif(current_setting('miadi.phone_country_code', true), ''), '254'));

-- What people call what a provider does: "skin" for dermatology.
CREATE TABLE search_synonyms (
    id uuid PRIMARY KEY,
    said text COLLATE "und-x-icu" NOT NULL CHECK (char_length(said) BETWEEN 1 AND 100),
    meant text NOT NULL CHECK (char_length(meant) BETWEEN 1 AND 100),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX search_synonyms_unique_said ON search_synonyms (search_folded(said), search_folded(meant));
CREATE INDEX search_synonyms_by_said ON search_synonyms (said, id);

DROP INDEX users_by_search_text;
DROP INDEX persons_by_name;
DROP INDEX persons_unique_phone;
DROP INDEX persons_unique_national_id;
ALTER TABLE persons
    DROP COLUMN search_text,
    -- the name as lists are sorted by it: last name, a tab, first name, folded
    ADD COLUMN sort_name text COLLATE "und-x-icu" NOT NULL DEFAULT '',
    -- its words without their first letters, which an index of their beginnings does not find
    ADD COLUMN name_within text NOT NULL DEFAULT '',
    -- all words by which the person is found, each once, with a space before and behind
    ADD COLUMN search_text text NOT NULL DEFAULT '',
    -- unique; null where somebody else had the value already when it was found to be the same
    ADD COLUMN phone_key text,
    ADD COLUMN national_id_key text;
ALTER TABLE users ADD COLUMN search_text text NOT NULL DEFAULT '';

CREATE FUNCTION person_sort_name(person persons) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN concat_ws(E'\t',
        nullif(replace(search_folded(person.last_name), '-', ' '), ''),
        nullif(replace(search_folded(person.first_name), '-', ' '), ''));
END;
$$;

CREATE FUNCTION person_name_within(sort_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(sort_name, '(^|\s)\S', '\1', 'g')
$$;

-- The first word of the sort name is found by that index, and stands here as "0…", as an e-mail address does that may begin with
-- it: so that a common last name is never a condition of a bitmap with all who have it.
CREATE FUNCTION person_search_text(person persons) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
    head text := split_part(replace(person_sort_name(person), E'\t', ' '), ' ', 1);
    country text := (SELECT country_code FROM phone_numbering);
    number text := (SELECT patient_number FROM patients WHERE id = person.id);
    practice providers := (SELECT p FROM providers p WHERE id = person.id);
    phone text := phone_key(person.phone, country);
    plain text;
    words text[] := search_words(person.first_name) || search_words(person.last_name)
        || search_words(split_part(person.email, '@', 1)) || search_words(person.national_id) || search_words(number);
BEGIN
    words := ARRAY(SELECT word FROM unnest(words) AS word WHERE regexp_replace(word, '[0-9]+$', '') <> head)
        || ('0' || nullif(head, ''))
        || ('0' || replace(search_folded(person.email), '-', ''))
        || ARRAY[phone, regexp_replace(person.phone, '[^0-9]', '', 'g'), regexp_replace(phone, '^' || country, '0')]
        || replace(replace(search_folded(person.national_id), '-', ''), ' ', '')
        || replace(person.date_of_birth::text, '-', '');
    IF number IS NOT NULL THEN
        -- without its zeros, as a whole and in its parts
        plain := regexp_replace(replace(search_folded(number), ' ', '-'), '(^|[^0-9])0+(?=[0-9])', '\1', 'g');
        plain := regexp_replace(plain, '([^0-9-])(?=[0-9])', '\1-', 'g');
        words := words || string_to_array(plain, '-') || replace(plain, '-', '');
    END IF;
    IF practice IS NOT NULL THEN
        words := words || search_words(practice.cadre) || search_words(practice.specialization)
            || ARRAY(
                SELECT unnest(search_words(said)) FROM search_synonyms
                WHERE search_folded(meant) IN (practice.specialization_folded, practice.cadre_folded));
    END IF;
    RETURN (SELECT coalesce(' ' || string_agg(DISTINCT word, ' ') || ' ', '') FROM unnest(words) AS word WHERE word <> '');
END;
$$;

CREATE FUNCTION keep_person_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.sort_name := person_sort_name(NEW);
    NEW.name_within := person_name_within(NEW.sort_name);
    IF TG_OP = 'UPDATE' THEN
        NEW.search_text := person_search_text(NEW);
    END IF;
    -- what somebody has beside another one from before stays so until it changes
    IF TG_OP = 'INSERT' OR NEW.phone IS DISTINCT FROM OLD.phone THEN
        NEW.phone_key := phone_key(NEW.phone, (SELECT country_code FROM phone_numbering));
    END IF;
    IF TG_OP = 'INSERT' OR NEW.national_id IS DISTINCT FROM OLD.national_id THEN
        NEW.national_id_key := national_id_key(NEW.national_id);
    END IF;
    RETURN NEW;
END;
$$;

-- A person is written before the row that says what kind of person it is: their text is made with that one.
CREATE FUNCTION keep_kind_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE persons p SET search_text = person_search_text(p) WHERE id = NEW.id;
    RETURN NULL;
END;
$$;

CREATE FUNCTION keep_synonyms_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE persons p SET search_text = person_search_text(p)
    WHERE kind = 'provider' AND search_text <> person_search_text(p);
    RETURN NULL;
END;
$$;

CREATE FUNCTION keep_user_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.search_text := ' ' || array_to_string(
        search_words(NEW.username) || search_words(NEW.email), ' ') || ' ';
    RETURN NEW;
END;
$$;

-- The persons that there are, each value to whom had it first; whoever had it later is named, and keeps it.
CREATE FUNCTION fold_persons() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    country text := (SELECT country_code FROM phone_numbering);
    later record;
BEGIN
    UPDATE persons p SET sort_name = person_sort_name(p), name_within = person_name_within(person_sort_name(p)),
        search_text = person_search_text(p),
        phone_key = CASE WHEN f.phone_before = 0 THEN f.phone END,
        national_id_key = CASE WHEN f.national_id_before = 0 THEN f.national_id END
    FROM (
        SELECT id, phone, national_id,
            row_number() OVER (PARTITION BY phone ORDER BY created_at, id) - 1 AS phone_before,
            row_number() OVER (PARTITION BY national_id ORDER BY created_at, id) - 1 AS national_id_before
        FROM (
            SELECT id, created_at, phone_key(phone, country) AS phone, national_id_key(national_id) AS national_id
            FROM persons
        ) AS keys
    ) AS f
    WHERE f.id = p.id;
    FOR later IN
        SELECT id, 'phone' AS field FROM persons WHERE phone IS NOT NULL AND phone_key IS NULL
        UNION ALL
        SELECT id, 'national_id' FROM persons WHERE national_id IS NOT NULL AND national_id_key IS NULL
    LOOP
        RAISE WARNING '% of persons % is another one''s, written differently, and stays as it is', later.field, later.id;
    END LOOP;
END;
$$;

-- Another country: numbers without one are other numbers now.
CREATE FUNCTION phone_from(country text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('miadi phone numbering', 0));
    UPDATE phone_numbering SET country_code = country WHERE country_code <> country;
    IF FOUND THEN
        -- a number may be what another was before
        UPDATE persons SET phone_key = NULL WHERE phone_key IS NOT NULL;
        PERFORM fold_persons();
    END IF;
END;
$$;

-- The ids of the first patients behind a place of the list that are found by what is said, and perhaps of some more. A single
-- word is looked for where the list has it as the beginning of the name, and apart from that elsewhere: each is a few rows of
-- an index, however common the name and wherever in the list it stands. Of anything else a look at the next ones of the list comes
-- first: what many have, the beginning of a phone number, where their mail is or what is within their names, fills a page from
-- there, and all who have it need not be found and sorted.
CREATE FUNCTION found_patients(said text, after_name text, after_id uuid, most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE ROWS 50 AS $$
DECLARE
    alternatives integer;
    terms text[];
    beginning text;
    condition text;
    found integer;
    nobody uuid := '00000000-0000-0000-0000-000000000000';
    page text := '(sort_name, id) > (%L, %L) ORDER BY sort_name, id LIMIT %s';
    behind text := format(page, after_name, after_id, most);
    patients text := 'SELECT id FROM persons WHERE kind = ''patient'' AND erased_at IS NULL AND ';
BEGIN
    SELECT count(*), min(a) INTO alternatives, terms FROM search_alternatives(said) AS a;
    IF alternatives = 1 AND cardinality(terms) = 1 AND terms[1] ~ '^ 0\?[^\\]+$' THEN
        beginning := substr(terms[1], 4);
        RETURN QUERY EXECUTE format('(' || patients || 'sort_name < %L AND %s) UNION (' || patients || 'search_text ~ %L AND %s)',
            beginning || E'\uffff',
            CASE WHEN after_name >= beginning COLLATE "und-x-icu" THEN behind ELSE format(page, beginning, nobody, most) END,
            ' ' || beginning, behind);
        IF search_within(terms[1]) IS NULL THEN
            RETURN;
        END IF;
        -- names are in the list's own index, so that more of them are seen as soon
        condition := format('name_within LIKE %L', search_within(terms[1]));
        RETURN QUERY EXECUTE format(
            'SELECT id FROM (SELECT id, sort_name FROM persons WHERE kind = ''patient'' AND %s) AS next WHERE sort_name LIKE %L'
                || ' AND EXISTS (SELECT FROM persons p WHERE p.id = next.id AND erased_at IS NULL) ORDER BY sort_name, id LIMIT %s',
            format(page, after_name, after_id, 4000), search_within(terms[1]), most);
    ELSE
        condition := search_condition(said, 'search_text', 'name_within');
        RETURN QUERY EXECUTE format(
            'SELECT id FROM (' || replace(patients, 'SELECT id', 'SELECT id, sort_name, search_text, name_within')
                || '%s) AS next WHERE %s ORDER BY sort_name, id LIMIT %s',
            format(page, after_name, after_id, 500), condition, most);
    END IF;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found < most THEN
        RETURN QUERY EXECUTE format(
            'WITH found AS MATERIALIZED (' || replace(patients, 'SELECT id', 'SELECT id, sort_name')
                || '%s) SELECT id FROM found WHERE %s',
            condition, behind);
    END IF;
END;
$$;

-- The ids of the accounts behind a place of the list that are found by their name or address, or by what is known of their person.
-- As among patients, a look at the next 500 comes first, unless the list has not all of them: "most" is zero then.
CREATE FUNCTION found_users(said text, after_name text, most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE ROWS 50 AS $$
DECLARE
    by_account text := search_condition(said, 'u.search_text', NULL);
    by_person text := search_condition(said, 'p.search_text', 'p.name_within');
    found integer := 0;
BEGIN
    IF most > 0 THEN
        RETURN QUERY EXECUTE format(
            'SELECT u.id FROM (SELECT * FROM users WHERE lower(username) > %L ORDER BY lower(username) LIMIT 500) AS u'
                || ' LEFT JOIN persons p ON p.id = u.person_id WHERE %s OR %s ORDER BY lower(u.username) LIMIT %s',
            after_name, by_account, by_person, most);
        GET DIAGNOSTICS found = ROW_COUNT;
    END IF;
    IF most = 0 OR found < most THEN
        RETURN QUERY EXECUTE format(
            'SELECT u.id FROM users u WHERE %s UNION SELECT u.id FROM persons p JOIN users u ON u.person_id = p.id WHERE %s',
            by_account, by_person);
    END IF;
END;
$$;

SELECT fold_persons();
UPDATE users SET search_text = ' ' || array_to_string(search_words(username) || search_words(email), ' ') || ' ';

CREATE UNIQUE INDEX persons_unique_phone ON persons (phone_key);
CREATE UNIQUE INDEX persons_unique_national_id ON persons (national_id_key);
CREATE INDEX persons_by_name ON persons (kind, sort_name, id);
-- no pending list: a search would read it from end to end
CREATE INDEX persons_by_search_text ON persons USING gin (search_text gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX persons_by_name_within ON persons USING gin (name_within gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX users_by_search_text ON users USING gin (search_text gin_trgm_ops) WITH (fastupdate = off);

-- what providers do is compared as it is found
DROP INDEX providers_by_specialization;
DROP INDEX providers_by_cadre;
ALTER TABLE providers
    ADD COLUMN specialization_folded text GENERATED ALWAYS AS (search_folded(specialization)) STORED,
    ADD COLUMN cadre_folded text GENERATED ALWAYS AS (search_folded(cadre)) STORED;
CREATE INDEX providers_by_specialization ON providers (specialization_folded) WHERE active;
CREATE INDEX providers_by_cadre ON providers (cadre_folded) WHERE active;

-- what else is sorted by a name
ALTER TABLE appointment_types ALTER COLUMN name TYPE text COLLATE "und-x-icu";

CREATE TRIGGER persons_searchable
    BEFORE INSERT OR UPDATE OF first_name, last_name, date_of_birth, phone, email, national_id ON persons
    FOR EACH ROW EXECUTE FUNCTION keep_person_searchable();
CREATE TRIGGER patients_searchable AFTER INSERT OR UPDATE OF patient_number ON patients
    FOR EACH ROW EXECUTE FUNCTION keep_kind_searchable();
CREATE TRIGGER providers_searchable AFTER INSERT OR UPDATE OF cadre, specialization ON providers
    FOR EACH ROW EXECUTE FUNCTION keep_kind_searchable();
CREATE TRIGGER search_synonyms_searchable AFTER INSERT OR UPDATE OR DELETE ON search_synonyms
    FOR EACH STATEMENT EXECUTE FUNCTION keep_synonyms_searchable();
-- The last one before the row is written, by its name: others give an account the address of its person.
CREATE TRIGGER users_zz_searchable BEFORE INSERT OR UPDATE ON users
    FOR EACH ROW EXECUTE FUNCTION keep_user_searchable();

-- What patients say for what the clinics' doctors do, in English and in Swahili; a clinic changes and adds to it.
INSERT INTO search_synonyms (id, said, meant, created_at, updated_at)
SELECT gen_random_uuid(), said, meant, now(), now()
FROM (VALUES
    ('Cardiology', 'cardiologist, heart, chest pain, blood pressure, moyo, presha'),
    ('Dermatology', 'dermatologist, skin, rash, acne, eczema, ngozi, upele'),
    ('Paediatrics', 'paediatrician, pediatrician, pediatrics, child, children, baby, mtoto, watoto'),
    ('Pediatrics', 'pediatrician, paediatrician, paediatrics, child, children, baby, mtoto, watoto'),
    ('Gynaecology', 'gynaecologist, gynecologist, gynecology, women, wanawake'),
    ('Gynecology', 'gynecologist, gynaecologist, gynaecology, women, wanawake'),
    ('Obstetrics', 'obstetrician, pregnancy, pregnant, antenatal, ujauzito, mimba'),
    ('Obstetrics and gynaecology', 'obstetrician, gynaecologist, pregnancy, antenatal, women, ujauzito, mimba'),
    ('Midwifery', 'midwife, pregnancy, birth, mkunga, ujauzito'),
    ('Ophthalmology', 'ophthalmologist, eye, eyes, sight, macho, jicho'),
    ('Optometry', 'optometrist, optician, eye, eyes, glasses, macho, miwani'),
    ('Otolaryngology', 'ENT, ear, nose, throat, masikio, pua, koo'),
    ('ENT', 'otolaryngology, ear, nose, throat, masikio, pua, koo'),
    ('Dentistry', 'dentist, tooth, teeth, meno, jino'),
    ('Dental', 'dentist, dentistry, tooth, teeth, meno, jino'),
    ('Orthopaedics', 'orthopaedist, orthopedics, orthopedist, bone, bones, joint, fracture, mifupa'),
    ('Orthopedics', 'orthopedist, orthopaedics, orthopaedist, bone, bones, joint, fracture, mifupa'),
    ('Physiotherapy', 'physiotherapist, physio, back pain, mgongo'),
    ('Neurology', 'neurologist, nerves, headache, epilepsy, kifafa, neva'),
    ('Psychiatry', 'psychiatrist, mental health, depression, afya ya akili'),
    ('Psychology', 'psychologist, counselling, counselor, therapy, ushauri'),
    ('Endocrinology', 'endocrinologist, diabetes, sugar, thyroid, kisukari'),
    ('Gastroenterology', 'gastroenterologist, stomach, belly, tumbo'),
    ('Pulmonology', 'pulmonologist, lungs, asthma, breathing, mapafu, pumu'),
    ('Nephrology', 'nephrologist, kidney, figo'),
    ('Urology', 'urologist, bladder, prostate, mkojo'),
    ('Oncology', 'oncologist, cancer, saratani'),
    ('Rheumatology', 'rheumatologist, arthritis, joints, viungo'),
    ('General practice', 'general practitioner, GP, family doctor'),
    ('Family medicine', 'general practitioner, GP, family doctor'),
    ('General medicine', 'general practitioner, GP, family doctor, internal medicine'),
    ('Internal medicine', 'internist, physician'),
    ('Surgery', 'surgeon, operation, upasuaji'),
    ('General surgery', 'surgeon, operation, upasuaji'),
    ('Nutrition', 'nutritionist, dietitian, diet, weight, lishe'),
    ('Doctor', 'daktari'), ('Nurse', 'muuguzi, nesi')
) AS seeds (meant, all_said), regexp_split_to_table(all_said, ', ') AS said;
