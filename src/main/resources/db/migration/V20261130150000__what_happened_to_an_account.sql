-- People see what happened to their account, and to whom their person was joined (R-AUTH-15): the trail is where that is
-- written, and these are the two questions that they ask of it. An account with a million sign-ins asks them as fast as a new one.

CREATE INDEX audit_entries_of_accounts ON audit_entries (entity_id, at, id)
    WHERE (entity = 'user' AND action <> 'read') OR action IN ('linked', 'unlinked');

-- What others did to an account, and when its owner had read of it: few, among the owner's own sign-ins.
CREATE INDEX audit_entries_of_notices ON audit_entries (entity_id, id)
    WHERE outcome = 'done' AND actor_id IS DISTINCT FROM entity_id
        AND (entity = 'user' AND action NOT IN ('read', 'created', 'imported') OR action IN ('linked', 'unlinked'))
        OR action = 'acknowledged';
