#!/usr/bin/env bash
# The whole check of this repository. It needs the .NET 10 SDK and nothing else.
#
#   ./test.sh [arguments for `dotnet test`, such as --filter FullyQualifiedName~Store]
#
# It installs what some tests need (PostgreSQL, Node with the packages of tests/peers, Chromium) where that is missing and
# can be installed (programs by root on Debian or Ubuntu, packages by anyone), restores, builds with warnings as errors,
# checks the formatting and runs every test. The last line is always
#
#   N passed, N failed, N skipped
#
# where a step other than a test that fails (tools, restore, build, formatting, a crashed test process) counts as one
# failed. The exit code is 0 only if nothing failed and something passed.
#
#   CI=true                  a test that is skipped for want of a tool fails instead (.ci/run sets it)
#   DIGESTBOT_TEST_POSTGRES  connection string of a PostgreSQL to use; without it the tests start one of their own
#
# It runs from any folder, without root (what cannot be installed is skipped, with the remedy) and without network once
# the packages are cached. The build is Debug: it is built faster, and its checks are on.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
scratch=$(mktemp -d)
passed=0 failed=0 skipped=0

finish() {
  local status=$?
  rm -rf "$scratch"
  if ((failed == 0 && status != 0)); then failed=1; fi
  if ((failed > 0 && status == 0)); then status=1; fi
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$status"
}
trap finish EXIT

step() { printf '\n== %s\n' "$*"; }
stop() { echo "$*" >&2; exit 1; }

check_sdk() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([0-9.]*\)".*/\1/p' global.json)
  command -v dotnet >/dev/null ||
    stop "The .NET SDK is not installed: get $wanted or newer from https://dotnet.microsoft.com/download/dotnet/10.0"
  dotnet --version >/dev/null 2>&1 ||
    stop "This needs the .NET SDK $wanted or a newer 10.0; installed is: $(dotnet --list-sdks | cut -d' ' -f1 | xargs). Get it from https://dotnet.microsoft.com/download/dotnet/10.0"
}

has_postgres() {
  [[ -n ${DIGESTBOT_TEST_POSTGRES:-} ]] || command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

apt() { DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=2 -o Acquire::http::Timeout=30 -o DPkg::Lock::Timeout=120 "$@"; }

# install_program <its name> <packages...>: says what will be missing where it cannot be had, and never ends the run.
install_program() {
  local name=$1 attempt
  shift
  if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "$name is not installed, and only root on Debian or Ubuntu can have it installed here; its tests cannot run." >&2
    return
  fi
  step "Installing $name"
  for attempt in 1 2 3; do
    apt update || true # without network it may still be in the cache
    if apt install -y --no-install-recommends "$@"; then return; fi
    echo "apt-get failed (attempt $attempt of 3)." >&2
    sleep $((attempt * 2))
  done
  echo "$name could not be installed; its tests cannot run." >&2
}

has_node() {
  command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null
}

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

install_programs() {
  has_postgres || install_program PostgreSQL postgresql
  has_node || install_program "Node 20" nodejs npm
  has_chromium || install_program Chromium chromium
}

# The clients of others, for each folder of tests/peers as its lock file says; again only when that file changed.
install_peers() {
  local lock folder stamp
  if ! has_node; then return; fi
  for lock in tests/peers/*/package-lock.json; do
    folder=${lock%/*} stamp=$(cksum <"$lock")
    if [[ $(cat "$folder/node_modules/.stamp" 2>/dev/null) == "$stamp" ]]; then continue; fi
    step "Installing the packages of $folder"
    if npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --fetch-retries=2 --fetch-timeout=30000; then
      echo "$stamp" >"$folder/node_modules/.stamp"
    else
      echo "The packages of $folder could not be installed; its tests cannot run." >&2
    fi
  done
}

# Tests never see a store of the person who runs them: neither the data folder nor one configured by environment.
run_tests() {
  local variable
  for variable in $(compgen -e); do
    case $variable in [Ss][Tt][Oo][Rr][Ee]__*) unset "$variable" ;; esac
  done
  XDG_DATA_HOME="$scratch/data" dotnet test DigestBot.sln --no-build --nologo \
    --logger trx --results-directory "$scratch/results" --blame-hang-timeout 10m --blame-hang-dump-type none "$@"
}

# One line per test, "outcome<tab>name<tab>message", from the result files.
list_results() {
  find "$scratch/results" -name '*.trx' -exec cat {} + 2>/dev/null | awk -v RS='<UnitTestResult ' '
    function attribute(name) { return match($0, name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 3) : "" }
    function plain(text) {
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&#x[0-9A-Fa-f]+;|[[:space:]]+/, " ", text)
      gsub(/&amp;/, "\\&", text)
      return text
    }
    NR > 1 && attribute("outcome") != "" {
      message = ""
      if (split($0, parts, "<Message>") > 1) { message = parts[2]; sub(/<\/Message>.*/, "", message) }
      print attribute("outcome") "\t" plain(attribute("testName")) "\t" plain(message)
    }'
}

count_results() {
  list_results >"$scratch/list"
  passed=$(awk -F'\t' '$1 == "Passed" { n++ } END { print n + 0 }' "$scratch/list")
  skipped=$(awk -F'\t' '$1 == "NotExecuted" { n++ } END { print n + 0 }' "$scratch/list")
  failed=$((failed + $(awk 'END { print NR }' "$scratch/list") - passed - skipped))
}

show_results() {
  if ((skipped > 0)); then
    step "Skipped"
    awk -F'\t' '$1 == "NotExecuted" { print $3 "\t" $2 }' "$scratch/list" | LC_ALL=C sort |
      awk -F'\t' '$1 != reason { print $1; reason = $1 } { print "  " $2 }'
  fi
  if awk -F'\t' '$1 != "Passed" && $1 != "NotExecuted" { found = 1 } END { exit !found }' "$scratch/list"; then
    step "Failed"
    awk -F'\t' '$1 != "Passed" && $1 != "NotExecuted" { print "  " $2 }' "$scratch/list" | LC_ALL=C sort
  fi
}

check_sdk
install_programs
install_peers

step "Restoring"
# Without network the list of known vulnerabilities cannot be had (NU1900); that alone must not stop the build.
dotnet restore DigestBot.sln -v q -p:WarningsNotAsErrors=NU1900 || stop "The packages could not be restored."

step "Building"
dotnet build DigestBot.sln --no-restore -v q -warnaserror || stop "The build failed."

step "Checking the formatting"
if ! dotnet format DigestBot.sln --no-restore --verify-no-changes; then
  echo "Not formatted: run 'dotnet format'." >&2
  failed=$((failed + 1))
fi

step "Testing"
status=0
run_tests "$@" || status=$?
formatting=$failed
count_results
show_results
echo
if ((status != 0 && failed == formatting)); then
  echo "The test run itself failed (exit code $status), though no test did." >&2
  failed=$((failed + 1))
fi
if ((passed + failed == 0)); then stop "No test ran."; fi
