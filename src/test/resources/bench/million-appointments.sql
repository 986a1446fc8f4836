-- A hospital to measure with: 1,000 providers in four zones, 20,000 patients, 1,000,000 appointments. Each provider works
-- Mondays to Fridays, has 10 appointments on each of 100 working days, about half of them in the past, and 20 patients of
-- their own. Ids tell what they are: 00000001-… a provider, 00000002-… a patient.

INSERT INTO persons (id, kind, first_name, last_name, created_at, updated_at)
SELECT CAST('00000001-0000-7000-8000-' || lpad(to_hex(p), 12, '0') AS uuid), 'provider', 'Pro', 'Vider ' || p, now(), now()
FROM generate_series(1, 1000) AS p;

INSERT INTO providers (id, cadre, specialization, time_zone, active)
SELECT id, 'doctor', 'specialization ' || number % 20,
    (ARRAY['Africa/Nairobi', 'Europe/Dublin', 'America/New_York', 'Asia/Kathmandu'])[1 + number % 4], true
FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM persons WHERE kind = 'provider') AS numbered;

INSERT INTO persons (id, kind, first_name, last_name, created_at, updated_at)
SELECT CAST('00000002-0000-7000-8000-' || lpad(to_hex(p), 12, '0') AS uuid), 'patient', 'Pat', 'Ient ' || p, now(), now()
FROM generate_series(0, 19999) AS p;

INSERT INTO patients (id, patient_number)
SELECT id, 'PAT-' || lpad(nextval('patient_numbers')::text, 6, '0') FROM persons WHERE kind = 'patient';

INSERT INTO availability (id, provider_id, day_of_week, start_time, end_time, created_at, updated_at)
SELECT gen_random_uuid(), id, day, from_time, to_time, now(), now()
FROM providers, generate_series(1, 5) AS day,
    (VALUES (TIME '08:00', TIME '12:00'), (TIME '13:00', TIME '17:00')) AS halves (from_time, to_time);

INSERT INTO availability_exceptions
    (id, provider_id, kind, start_date, end_date, start_time, end_time, created_at, updated_at)
SELECT gen_random_uuid(), id, kind, current_date + days, current_date + days, from_time, to_time, now(), now()
FROM providers, (VALUES ('absent', 20, NULL, NULL), ('absent', 40, TIME '10:00', TIME '11:00'),
    ('extra', 60, TIME '18:00', TIME '20:00')) AS exceptions (kind, days, from_time, to_time);

INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from, blocked_until, time_zone, status,
    last_change, changed_by_role, created_at, updated_at)
SELECT gen_random_uuid(), provider,
    CAST('00000002-0000-7000-8000-' || lpad(to_hex((number - 1) * 20 + k % 20), 12, '0') AS uuid),
    start, start + INTERVAL '30 min', start, start + INTERVAL '30 min', zone,
    CASE WHEN start < now() THEN 'completed' ELSE 'scheduled' END, 'booked', 'system', now(), now()
FROM (
    SELECT provider, zone, number, k,
        (day + TIME '08:00' + (half + half / 8 * 2 + (number + day_number) % 2) * INTERVAL '30 min')
            AT TIME ZONE zone AS start
    FROM (SELECT id AS provider, time_zone AS zone, row_number() OVER (ORDER BY id) AS number FROM providers) AS who,
        (SELECT day, row_number() OVER (ORDER BY day) AS day_number
         FROM (SELECT current_date + d AS day FROM generate_series(-70, 130) AS d) AS days
         WHERE extract(isodow FROM day) < 6 ORDER BY day LIMIT 100) AS working_days,
        (SELECT half, row_number() OVER (ORDER BY half) AS k
         FROM unnest(ARRAY[0, 1, 3, 4, 6, 8, 9, 11, 12, 14]) AS half) AS halves
) AS booked;
