-- Which node's timers did their work last: it is done once, however many nodes there are.

CREATE TABLE timer_turns (
    timer text PRIMARY KEY CHECK (char_length(timer) BETWEEN 1 AND 60),
    taken_at timestamptz NOT NULL
);
