#!/usr/bin/env bash
# The protocol files against buf's rules, the code against .editorconfig, and the scripts.
set -euo pipefail

# shellcheck source=infra/setup.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"
setup_tests
cd -- "$root"

quietly dotnet restore Register.sln

# buf has no access to its registry here: the protocol files of Google that ours import come from the NuGet package.
packages="$(dotnet nuget locals global-packages --list | sed 's/^global-packages: *//')"
version="$(sed -n 's/.*Include="Google.Api.CommonProtos" Version="\([^"]*\)".*/\1/p' Directory.Packages.props)"
google="${packages%/}/google.api.commonprotos/$version/content/protos/google"
[[ -d "$google" ]] || fail "the package Google.Api.CommonProtos $version has no protocol files in $google."
rm -rf protos/obj/google-protos
mkdir -p protos/obj/google-protos/google
cp -R "$google/api" "$google/type" "$google/rpc" protos/obj/google-protos/google/
(cd protos && quietly npx --yes @bufbuild/buf@1.75.0 lint)

quietly dotnet format Register.sln --verify-no-changes --no-restore

for script in infra/*.sh infra/*/*.sh infra/register .ci/run; do
  [[ ! -f "$script" ]] || quietly bash -n "$script"
done
if command -v shellcheck >/dev/null; then
  for script in infra/*.sh infra/*/*.sh infra/register .ci/run; do
    [[ ! -f "$script" ]] || quietly shellcheck --severity=warning --external-sources "$script"
  done
fi

# How it is deployed; the tests look at more of it, without these two.
if docker compose version >/dev/null 2>&1; then
  quietly env POSTGRES_PASSWORD=x EVENTSTORE_ADMIN_PASSWORD=x EVENTSTORE_OPS_PASSWORD=x AUTHENTICATION_AUTHORITY=https://login.example \
    docker compose --env-file /dev/null -f infra/compose.yaml config --quiet
fi
if command -v kubectl >/dev/null; then
  quietly kubectl kustomize infra/kubernetes
fi
