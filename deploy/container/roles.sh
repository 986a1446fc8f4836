#!/bin/sh
# Run once by the image of PostgreSQL, on an empty cluster: the database and its two roles (docs/adr/0022-two-database-roles.md).
set -eu
psql --username postgres --set ON_ERROR_STOP=1 \
  --set owner="$MIADI_DB_OWNER_PASSWORD" --set application="$MIADI_DB_PASSWORD" <<'SQL'
CREATE ROLE miadi_owner LOGIN PASSWORD :'owner';
CREATE ROLE miadi LOGIN PASSWORD :'application';
ALTER ROLE miadi SET log_error_verbosity = terse;
CREATE DATABASE miadi OWNER miadi_owner;
SQL
