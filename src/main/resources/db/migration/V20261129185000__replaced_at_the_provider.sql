-- The session of the browser that begins to sign in at a provider: it ends when that succeeds (R-AUTH-3). The browser comes back
-- from there without its cookie.
ALTER TABLE openid_flows ADD COLUMN replaces uuid;
