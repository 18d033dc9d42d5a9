#!/usr/bin/env bash
# Everything that must hold before a change goes in: build without warnings, lint, all tests.
# The last line says how many tests passed and failed; the exit status is 0 only when all is well.
set -euo pipefail

# shellcheck source=infra/setup.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"
setup_tests
cd -- "$root"

echo "Building"
quietly dotnet restore Register.sln
quietly dotnet build Register.sln -c Release --no-restore -nologo -v quiet -clp:NoSummary
echo "Linting"
bash infra/lint.sh

results="$(mktemp -d)"
trap 'rm -rf -- "$results"' EXIT

# The sum of one counter over the results of all test projects.
count() {
  local sum=0 value
  for value in $(sed -n "s/.*<Counters .*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx 2>/dev/null); do
    sum=$((sum + value))
  done
  echo "$sum"
}

status=0
for project in $(grep -l 'Microsoft.NET.Test.Sdk' tests/*/*.csproj); do
  name="$(basename -- "$project" .csproj)"
  echo "Testing $name"
  output="$results/$name.log"
  if dotnet test "$project" -c Release --no-build -nologo -v quiet --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" >"$output" 2>&1 </dev/null; then
    grep -E '^(Passed!|Skipped!|No test)' "$output" || true
  else
    status=1
    grep -v 'Results File:' "$output" || true
  fi
done

passed="$(count passed)"
failed=$(($(count failed) + $(count error) + $(count timeout) + $(count aborted)))
if [[ $((passed + failed)) == 0 ]]; then
  echo "No test ran." >&2
  status=1
fi
if [[ $failed != 0 ]]; then
  status=1
fi
echo "$passed passed, $failed failed"
exit "$status"
