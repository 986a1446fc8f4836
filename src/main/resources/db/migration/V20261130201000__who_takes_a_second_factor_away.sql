-- One admin alone takes nobody's second factor away (R-AUTH-19): what one has asked for, until another confirms it, its owner refuses it, or it is too old.
CREATE TABLE factor_removals (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    asked_by uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- How it was found out that it is really they who ask.
    reason text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX factor_removals_by_admin ON factor_removals (asked_by);
CREATE INDEX factor_removals_by_expiry ON factor_removals (expires_at);
