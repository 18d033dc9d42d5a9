# What keeps the history: keys, erasure, copies. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "The ledger"
step "The application that was turned away in 2026 is erased; one withdrawn two years ago is kept until six are over."
expect_text "O'BRIEN, Zoe" as ada officer show "$twice"
expect_refusal 1 "RETENTION_PERIOD" as ada officer erase "$(as ada --quiet officer worklist --state withdrawn | head -n 1)"
expect_exit 0 as ada officer erase "$twice"
eventually "erased" as ada officer show "$twice"
expect_no_text "O'BRIEN" as ada officer show "$twice"

step "Its history stays, and what identified a person is nowhere in it."
expect_exit 0 as audrey audit history "$twice" --narrative
expect_match "turned the application away" "erased the personal data"
expect_no_text "O'BRIEN" as audrey audit history "$twice" --json

step "Opal puts a new master key in the place of the old one: no event is touched, and everybody's record reads as before."
expect_exit 0 as opal --json admin keys show
before_rotation="$output"
expect_exit 0 as opal admin keys rotate
expect_exit 0 as opal --json admin keys show
[[ "$output" != "$before_rotation" ]] || differs "another master key" "the same" "admin keys show"
expect_text "Layla" as ada officer registrant "$layla"

step "She takes the ledger out as it is stored, for a register on another store. It can be checked by anybody, and read by nobody without the keys."
expect_exit 0 as opal admin export --output "$REGISTER_HOME/ledger"
expect_text "all as stored" "$REGISTER" audit check "$REGISTER_HOME/ledger"
! grep -qrE "Layla|Suharti|Xiaoqing" "$REGISTER_HOME/ledger" || differs "no name in the files" "one" "admin export"

step "A register that has a history takes in no other."
expect_refusal 1 "NOT_IMPORTING" as opal admin import "$REGISTER_HOME/ledger"

# Where the register runs decides which copies there are of it.
step "She looks after the copy of a ledger that is in EventStoreDB, and takes a backup of a register on its own PostgreSQL."
if as opal admin relay status >/dev/null 2>&1; then
  expect_exit 0 as opal admin relay verify
else
  expect_refusal 1 "NOTHING_TO_RELAY" as opal admin relay status
fi
if as opal admin backup --output "$REGISTER_HOME/register.backup" >/dev/null 2>&1; then
  expect_exit 0 test -s "$REGISTER_HOME/register.backup.manifest.json"
else
  expect_refusal 1 "_ELSEWHERE" as opal admin backup --output "$REGISTER_HOME/elsewhere.backup"
fi
