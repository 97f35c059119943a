#!/bin/bash
# Starts PostgreSQL the way the official image does, as far as a development stack needs it: the first start makes the
# cluster, the user and the database and runs /docker-entrypoint-initdb.d; later starts go straight to the server.
set -Eeo pipefail

# NAME_FILE is read when NAME is not set, so that a secret need not be in the environment.
from_file() {
  local name=$1 file=${1}_FILE
  if [ -n "${!name}" ] && [ -n "${!file}" ]; then
    echo >&2 "error: both $name and $file are set"
    exit 1
  fi
  [ -z "${!file}" ] || export "$name=$(<"${!file}")"
}


make_cluster() {
  if [ -z "$POSTGRES_PASSWORD" ] && [ "$POSTGRES_HOST_AUTH_METHOD" != trust ]; then
    echo >&2 'error: the database has no password: set POSTGRES_PASSWORD, or POSTGRES_HOST_AUTH_METHOD=trust'
    exit 1
  fi
  local options
  read -ra options <<<"$POSTGRES_INITDB_ARGS"
  # initdb refuses an empty password file, which is what a trusting cluster would give it.
  [ -z "$POSTGRES_PASSWORD" ] || options+=(--pwfile=/dev/fd/3)
  initdb --username="$POSTGRES_USER" --set listen_addresses='*' "${options[@]}" 3<<<"$POSTGRES_PASSWORD"
  printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
}

run_sql() {
  psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"
}

run_init_files() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) run_sql -f "$file" ;;
      *.sql.gz) gunzip -c "$file" | run_sql ;;
    esac
  done
}

# The server of the first start has no network, so nobody finds a database that is half made.
fill_cluster() {
  export PGPASSWORD=$POSTGRES_PASSWORD
  pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -p ${PGPORT:-5432}" -w start
  if [ "$POSTGRES_DB" != postgres ]; then
    POSTGRES_DB=postgres run_sql --set db="$POSTGRES_DB" <<<'CREATE DATABASE :"db";'
  fi
  run_init_files
  pg_ctl -D "$PGDATA" -m fast -w stop
  unset PGPASSWORD
}

[ "${1:0:1}" != - ] || set -- postgres "$@"
[ "$1" = postgres ] || exec "$@"

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  chmod 3777 /var/run/postgresql
  find /var/lib/postgresql "$PGDATA" /var/run/postgresql ! -user postgres -exec chown postgres {} +
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$BASH_SOURCE" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  from_file POSTGRES_USER
  from_file POSTGRES_PASSWORD
  from_file POSTGRES_DB
  export POSTGRES_USER=${POSTGRES_USER:-postgres}
  export POSTGRES_DB=${POSTGRES_DB:-$POSTGRES_USER}
  make_cluster
  fill_cluster
fi

exec "$@"
