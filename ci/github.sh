#!/usr/bin/env bash
# What the action's step runs: commands for GitHub on standard output, SARIF to a file where one is wanted.
set -euo pipefail

whosaid="${RUNNER_TEMP:?}/whosaid/bin/whosaid"
options=()
fail=()
[ -z "${FAIL_ON:-}" ] || fail=(--fail-on "$FAIL_ON")
[ -z "${CONFIG:-}" ] || options+=(--config "$CONFIG")
[ -z "${BASELINE:-}" ] || options+=(--baseline "$BASELINE")
read -r -d '' -a paths <<< "${PATHS:-.}" || true

# The SARIF is written whatever is found; the step fails by the second run.
if [ -n "${SARIF:-}" ]; then
    "$whosaid" check "${options[@]}" --fail-on never --format sarif --output "$SARIF" -- "${paths[@]}"
fi
"$whosaid" check "${options[@]}" "${fail[@]}" --format github -- "${paths[@]}"
