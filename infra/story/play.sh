#!/usr/bin/env bash
# The register's story, played through its client as each of its users would, chapter by chapter. It needs a register that is
# running in Development (for the logins), without these people in it.
#
#   infra/story/play.sh
#
# REGISTER is the client to use; REGISTER_ADDRESS and REGISTER_HTTP_ADDRESS say where the register is.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
REGISTER="${REGISTER:-../register}"
REGISTER_HOME="$(mktemp -d)"
export REGISTER_HOME
trap 'rm -rf -- "$REGISTER_HOME"' EXIT
unset REGISTER_TOKEN REGISTER_AS

# shellcheck source=infra/story/expect.sh
source ./expect.sh
# shellcheck source=infra/story/everybody.sh
source ./everybody.sh

echo "Everybody logs in"
step "Each user gets an access token from the local issuer and saves it under their name."
login() { expect_text "Logged in as $1" "$REGISTER" login --subject "$1" --role "$2" ${3:+--organisation "$3"}; }
login cass accreditor
login cumbria education-provider university-of-cumbria
login leeds education-provider university-of-leeds
login zoe applicant
login layla applicant
login xiaoqing applicant
login suharti applicant
login ada registrar
login grace registrar
login manchester-hr employer R0A
login frida ftp-officer
login petra panel
login audrey auditor
login opal operator

# The story's days are the register's own: its clock may be simulated.
today="$(as opal --quiet admin clock)"
clock="$(as opal --json admin clock)"
day() { date -d "$today $*" +%F; }

for chapter in chapters/*.sh; do
  # The first chapter takes a day; the others take years, which only a simulated clock has.
  [[ "$chapter" == chapters/1-* || "$clock" == *'"simulated": true'* ]] || continue
  # shellcheck source=/dev/null
  source "$chapter"
done

echo "story: $steps steps, all as expected"
