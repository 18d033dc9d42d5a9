#!/usr/bin/env bash
# What this machine must have before the register can be built and run; installs what it may.
#
#   infra/setup.sh            checks everything
#   source infra/setup.sh     gives setup_service, setup_story and setup_tests, and the functions that the other scripts share
set -euo pipefail

# shellcheck disable=SC2034 # for the scripts that source this one
root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# Builds must not leave compiler and build servers running behind the script that built.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

fail() {
  printf '%s: %s\n' "$(basename -- "$0")" "$*" >&2
  exit 1
}

# Shows a command's output only when it fails.
quietly() {
  local output status=0
  output="$(mktemp)"
  "$@" >"$output" 2>&1 </dev/null || status=$?
  if [[ $status != 0 ]]; then
    cat -- "$output" >&2
    printf '%s: failed: %s\n' "$(basename -- "$0")" "$*" >&2
  fi
  rm -f -- "$output"
  return "$status"
}

setup_service() {
  command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.' ||
    fail "the .NET SDK 10 is needed on the PATH: https://dotnet.microsoft.com/download/dotnet/10.0 (Ubuntu: apt-get install dotnet-sdk-10.0; macOS: brew install dotnet)."
  has_time_zone || install_packages tzdata
  has_time_zone || fail "the time zone Europe/London is needed: install the system's tzdata package."
  has_postgres || install_packages postgresql
  has_postgres || fail "the server programs of PostgreSQL 13 or newer are needed (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17)."
}

# The crowd of the story comes over REST.
setup_story() {
  has_curl || install_packages curl
  has_curl || fail "curl is needed to play the story."
}

setup_tests() {
  setup_service
  setup_story
  has_npx || install_packages nodejs npm
  has_npx || fail "npx is needed to check the protocol files with buf: install Node.js with npm."
}

has_time_zone() { [[ -e "${TZDIR:-/usr/share/zoneinfo}/Europe/London" ]]; }

has_curl() { command -v curl >/dev/null; }

has_npx() { command -v npx >/dev/null; }

# Where the service looks too: distributions keep the server programs off the PATH.
has_postgres() {
  local folder major
  for folder in "$(pg_config --bindir 2>/dev/null || true)" "$(folder_of_postgres)" \
    /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin \
    /Applications/Postgres.app/Contents/Versions/*/bin; do
    [[ -x "$folder/initdb" && -x "$folder/pg_ctl" && -x "$folder/postgres" ]] || continue
    major="$("$folder/postgres" --version | sed -n 's/.*(PostgreSQL) \([0-9]*\).*/\1/p')"
    [[ "${major:-0}" -ge 13 ]] && return 0
  done
  return 1
}

folder_of_postgres() {
  local program
  program="$(command -v postgres)" || return 0
  program="$(readlink -f -- "$program" 2>/dev/null || printf '%s' "$program")"
  dirname -- "$program"
}

# Does nothing where it may not install: the check that follows says what is missing.
install_packages() {
  local become=()
  command -v apt-get >/dev/null || return 0
  if [[ "$(id -u)" != 0 ]]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 0
    become=(sudo -n)
  fi
  become+=(env DEBIAN_FRONTEND=noninteractive)
  printf 'Installing %s ...\n' "$*" >&2
  quietly "${become[@]}" apt-get update && quietly "${become[@]}" apt-get install -y "$@" || fail "apt-get could not install $*."
}

if [[ "${BASH_SOURCE[0]}" == "$0" ]]; then
  setup_tests
fi
