#!/usr/bin/env bash
# Builds the register and runs it on this machine until Ctrl-C. An empty register is given the demonstration's story first.
set -euo pipefail

# shellcheck source=infra/setup.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

usage() {
  cat <<'END'
infra/run.sh [--http-port 5080] [--grpc-port 5081] [--data DIR] [--clock DATE] [--story-only]

  --http-port N   REST, health and local tokens     (REGISTER_HTTP_PORT)
  --grpc-port N   the gRPC services                 (REGISTER_GRPC_PORT)
  --data DIR      where the register is kept        (REGISTER_DATA, otherwise .register in this checkout)
  --clock DATE    simulates the time, from the morning of this day; `register admin clock --to DATE` moves it on
  --story-only    plays all of the story, years of it, on a throw-away register with free ports, and exits with its status
END
}

http_port="${REGISTER_HTTP_PORT:-5080}"
grpc_port="${REGISTER_GRPC_PORT:-5081}"
data="${REGISTER_DATA:-$root/.register}"
clock="${REGISTER_CLOCK:-}"
story_only=false
while [[ $# -gt 0 ]]; do
  case "$1" in
    --http-port | --grpc-port | --data | --clock)
      [[ $# -ge 2 ]] || fail "$1 wants a value. See --help."
      case "$1" in
        --http-port) http_port="$2" ;;
        --grpc-port) grpc_port="$2" ;;
        --data) data="$2" ;;
        --clock) clock="$2" ;;
      esac
      shift 2
      ;;
    --story-only) story_only=true; shift ;;
    --help | -h) usage; exit 0 ;;
    *) fail "unknown option $1. See --help." ;;
  esac
done

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + RANDOM % 12000))
    is_taken "$port" || { echo "$port"; return 0; }
  done
  fail "no free port was found."
}

check_port() {
  [[ "$2" =~ ^[0-9]+$ && "$2" -ge 1 && "$2" -le 65535 ]] || fail "$1 $2 is no port number."
  ! is_taken "$2" || fail "port $2 is in use. Choose another with $1."
}

[[ -z "$clock" ]] || [[ "$clock" =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] || fail "--clock $clock is no date like 2027-03-01."
setup_service
[[ -z "$clock" ]] && ! $story_only || setup_story
if $story_only; then
  clock="${clock:-2026-03-02}"
  http_port="$(free_port)"
  grpc_port="$(free_port)"
  data="$(mktemp -d "${TMPDIR:-/tmp}/register-story.XXXXXX")"
  # Started by root, PostgreSQL runs as another user, who must be able to pass.
  chmod 711 "$data"
fi
check_port --http-port "$http_port"
check_port --grpc-port "$grpc_port"
[[ "$http_port" != "$grpc_port" ]] || fail "--http-port and --grpc-port must differ."
mkdir -p -- "$data"
data="$(cd -- "$data" && pwd)"
log="$data/service.log"
service=""
story=""

# The process that PostgreSQL's pid file names, if it runs.
postgres_process() {
  local home="$data/postgres" id
  [[ ! -f "$data/postgres.location" ]] || home="$(cat -- "$data/postgres.location")"
  id="$(head -n 1 "$home/cluster/postmaster.pid" 2>/dev/null)" || return 0
  case "$(ps -p "$id" -o comm= 2>/dev/null)" in *postgres* | *postmaster*) echo "$id" ;; esac
}

# Waits until a process is gone, for so many tenths of a second.
gone() {
  local tenths="$2"
  while kill -0 "$1" 2>/dev/null; do
    [[ $((tenths--)) -gt 0 ]] || return 1
    sleep 0.1
  done
}

clean_up() {
  local status=$? left
  trap '' INT TERM HUP
  set +m
  if [[ -n "$story" ]]; then
    kill -TERM -- "-$story" 2>/dev/null || true
    wait "$story" 2>/dev/null || true
  fi
  if [[ -n "$service" ]]; then
    kill -TERM "$service" 2>/dev/null || true
    gone "$service" 300 || kill -KILL "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
    # The service stops its PostgreSQL. One that ran before belongs to another service on this data.
    left="$(postgres_process)"
    if [[ -n "$left" && "$left" != "$postgres_before" ]]; then
      kill -INT "$left" 2>/dev/null || true
      gone "$left" 100 || kill -QUIT "$left" 2>/dev/null || true
      gone "$left" 50 || kill -KILL "$left" 2>/dev/null || true
    fi
  fi
  if $story_only; then
    [[ ! -f "$data/postgres.location" ]] || rm -rf -- "$(cat -- "$data/postgres.location")"
    rm -rf -- "$data"
  fi
  exit "$status"
}
postgres_before="$(postgres_process)"
trap clean_up EXIT
trap 'exit 0' INT
trap 'exit 0' TERM
trap 'exit 129' HUP

show_log() {
  printf '\nThe last lines of the service'\''s log (%s):\n' "$log" >&2
  tail -n 30 "$log" >&2
}

is_ready() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$http_port" || exit 1
    printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
    IFS= read -r -t 5 answer <&3 || exit 1
    [[ "$answer" == *" 200 "* ]]
  ) 2>/dev/null
}

wait_until_ready() {
  local deadline=$((SECONDS + 60))
  until is_ready; do
    if ! kill -0 "$service" 2>/dev/null; then
      show_log
      fail "the service stopped before it was ready."
    fi
    if [[ $SECONDS -ge $deadline ]]; then
      show_log
      fail "the service was not ready within 60 seconds."
    fi
    sleep 0.2
  done
}

echo "Building the register ..."
quietly dotnet build "$root/src/Register.Service" -c Release -nologo -v quiet -clp:NoSummary
quietly dotnet build "$root/src/Register.Client" -c Release -nologo -v quiet -clp:NoSummary

echo "Starting the register ..."
export ASPNETCORE_ENVIRONMENT=Development
export Register__HttpPort="$http_port" Register__GrpcPort="$grpc_port" Register__DataDirectory="$data" Register__Clock="$clock"
export REGISTER_ADDRESS="http://127.0.0.1:$grpc_port" REGISTER_HTTP_ADDRESS="http://127.0.0.1:$http_port" REGISTER="$root/infra/register"

# Process groups of their own: Ctrl-C reaches this script alone, which then ends them in order.
set -m
(cd -- "$root/src/Register.Service" && exec dotnet bin/Release/net10.0/Register.Service.dll) >>"$log" 2>&1 </dev/null &
service=$!
wait_until_ready

programmes="$("$REGISTER" programme list --quiet)" || fail "the client could not ask the register for its programmes."
if [[ -z "$programmes" ]]; then
  "$root/infra/story/play.sh" </dev/null &
  story=$!
  story_status=0
  wait "$story" || story_status=$?
  story=""
  if [[ $story_status != 0 ]]; then
    show_log
    printf '%s: the story failed.\n' "$(basename -- "$0")" >&2
    exit "$story_status"
  fi
fi
if $story_only; then
  exit 0
fi

# The client finds the usual ports by itself.
environment=""
if [[ "$http_port" != 5080 || "$grpc_port" != 5081 ]]; then
  environment="  export REGISTER_ADDRESS=$REGISTER_ADDRESS REGISTER_HTTP_ADDRESS=$REGISTER_HTTP_ADDRESS
"
fi
cat <<END

The register runs. Ctrl-C stops it.
  REST, health, tokens  $REGISTER_HTTP_ADDRESS
  gRPC                  $REGISTER_ADDRESS
  data and log          $data

Worth trying, in another terminal:
$environment  infra/register verify SON1
  infra/register verify --name zoe --as-at 2026-01-01
  infra/register login --role registrar && infra/register officer worklist
  infra/register login --role auditor && infra/register audit history SON1
  infra/register --help
END
status=0
wait "$service" || status=$?
show_log
fail "the service stopped by itself (status $status)."
