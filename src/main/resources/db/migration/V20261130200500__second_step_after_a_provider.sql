-- Whoever comes by an OpenID provider and has a second factor here is asked for it (R-AUTH-10): who has shown the first, until they show the second. The
-- row's key is then the hash of what only that browser has.
ALTER TABLE openid_flows ADD COLUMN proved_user uuid REFERENCES users (id) ON DELETE CASCADE;
