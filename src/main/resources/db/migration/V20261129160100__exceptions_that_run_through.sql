-- An absence, or extra hours, may run through from a moment to another (Friday 14:30 to Tuesday 10:00) and not only take the
-- same part of each of its days, as all that were planned before do.

ALTER TABLE availability_exceptions
    ADD COLUMN extent text NOT NULL DEFAULT 'each_day' CHECK (extent IN ('each_day', 'through')),
    -- An end of 00:00 is midnight at the end of the last day (R-TIME-3).
    ADD CONSTRAINT availability_exceptions_through CHECK (
        extent = 'each_day'
        OR (
            start_time IS NOT NULL
            AND start_date + start_time
                < (CASE WHEN end_time = TIME '00:00' THEN end_date + 1 ELSE end_date END) + end_time
        )
    );
