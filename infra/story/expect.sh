# What a story is made of: steps, and what is expected of each. Sourced by a script that sets REGISTER.
# shellcheck shell=bash

steps=0
output=""

# step SENTENCE: what happens now, and who does it.
step() {
  steps=$((steps + 1))
  printf '%3d. %s\n' "$steps" "$*"
}

# as LOGIN COMMAND...: the client, as somebody who is logged in.
as() { "$REGISTER" --as "$@"; }

# anybody COMMAND...: the client, as somebody who never logged in.
anybody() { REGISTER_HOME="$REGISTER_HOME/nobody" "$REGISTER" "$@"; }

# expect_exit CODE COMMAND...: the command ends with this exit code. What it said is in $output.
expect_exit() {
  local expected="$1" code=0
  shift
  output="$("$@" 2>&1)" || code=$?
  [[ "$code" == "$expected" ]] || differs "exit code $expected" "exit code $code" "$@"
}

# expect_text TEXT COMMAND...: the command succeeds and says this.
expect_text() {
  local text="$1"
  shift
  expect_exit 0 "$@"
  [[ "$output" == *"$text"* ]] || differs "'$text'" "an answer without it" "$@"
}

# expect_said TEXT: the last answer says this.
expect_said() {
  [[ "$output" == *"$1"* ]] || differs "'$1'" "an answer without it" "(the last one)"
}

# eventually_count N COMMAND...: the command answers with so many lines within 60 seconds.
eventually_count() {
  local count="$1" give_up_at=$((SECONDS + 60))
  shift
  while output="$("$@" 2>&1)" || true; [[ "$(grep -c . <<<"$output")" != "$count" ]]; do
    ((SECONDS < give_up_at)) || differs "$count lines within 60 seconds" "$(grep -c . <<<"$output")" "$@"
    sleep 0.2
  done
}

# expect_no_text TEXT COMMAND...: the command succeeds and does not say this.
expect_no_text() {
  local text="$1"
  shift
  expect_exit 0 "$@"
  [[ "$output" != *"$text"* ]] || differs "an answer without '$text'" "it" "$@"
}

# expect_match PATTERN...: the last answer has a line for each of these patterns.
expect_match() {
  local pattern
  for pattern in "$@"; do
    grep -Eq -- "$pattern" <<<"$output" || differs "a line like '$pattern'" "an answer without one" "(the last one)"
  done
}

# expect_refusal CODE REASON COMMAND...: the command ends with this exit code and gives this reason.
expect_refusal() {
  local code="$1" reason="$2"
  shift 2
  expect_exit "$code" "$@"
  [[ "$output" == *"$reason"* ]] || differs "the reason $reason" "another one" "$@"
}

# eventually TEXT COMMAND...: the command says this within 60 seconds; views follow the ledger within moments, not at once.
eventually() {
  local text="$1" give_up_at=$((SECONDS + 60))
  shift
  while ! { output="$("$@" 2>&1)" && [[ "$output" == *"$text"* ]]; }; do
    ((SECONDS < give_up_at)) || differs "'$text' within 60 seconds" "an answer without it" "$@"
    sleep 0.2
  done
}

# expect_same EXPECTED ACTUAL WHAT
expect_same() {
  [[ "$1" == "$2" ]] || differs "$3 to be '$1'" "'$2'" "(compared)"
}

# differs EXPECTED ACTUAL COMMAND...: says where the story went another way, and ends it.
differs() {
  local expected="$1" actual="$2"
  shift 2
  printf 'story: step %d went differently: expected %s, got %s\n' "$steps" "$expected" "$actual" >&2
  printf '  command: %s\n' "$*" >&2
  printf '%s\n' "$output" | sed 's/^/  | /' >&2
  exit 1
}
