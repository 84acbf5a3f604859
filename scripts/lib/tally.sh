# shellcheck shell=bash
# Runs the steps of scripts/test, and counts what their test runners say. Sourced by scripts/test after env.sh.

passed=0
failed=0
summary=()

# checked TITLE COMMAND…: a step whose exit status says everything. A failure ends the run.
checked() {
  attempt "$@"
  conclude
}

# counted TITLE COMMAND…: a step that runs tests, of which there must be at least one, and none skipped.
counted() {
  attempt "$@"
  local p f s
  read -r p f s < <(count_tests <"$log")
  passed=$((passed + p))
  failed=$((failed + f))
  figures="$p passed, $f failed"
  if [ "$f" -gt 0 ]; then
    problem="$f tests failed"
    counted_failure=yes
  elif [ "$status" -eq 0 ] && [ "$s" -gt 0 ]; then
    problem="$s tests were skipped"
  elif [ "$status" -eq 0 ] && [ "$p" -eq 0 ]; then
    problem="no test was run"
  fi
  conclude
}

# attempt TITLE COMMAND…: shows the output as it comes, and keeps a copy to count in.
attempt() {
  title=$1 problem='' figures=ok counted_failure='' status=0
  shift
  log=$(mktemp)
  printf '\n=== %s\n' "$title"
  local start=$SECONDS
  # A condition would switch `set -e` off inside the command, so its status is taken this way.
  set +e
  (set -e; "$@") 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  set -e
  took=$((SECONDS - start))
  [ "$status" -eq 0 ] || problem="exit status $status"
}

conclude() {
  rm -f "$log"
  if [ -z "$problem" ]; then
    summary+=("$(printf '%-28s %4d s  %s' "$title" "$took" "$figures")")
    return
  fi
  [ -n "$counted_failure" ] || failed=$((failed + 1))
  summary+=("$(printf '%-28s %4d s  FAILED: %s' "$title" "$took" "$problem")")
  printf '\nerror: %s: %s\n' "$title" "$problem" >&2
  exit 1
}

# Reads the output of cargo's and wasm-bindgen's test harness and of Node's: "PASSED FAILED SKIPPED".
count_tests() {
  awk '
    { gsub(/\033\[[0-9;]*m/, "") }
    /^test result: / {
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed/) p += $(i - 1)
        if ($i ~ /^failed/) f += $(i - 1)
        if ($i ~ /^ignored/) s += $(i - 1)
      }
    }
    $1 == "ℹ" && NF == 3 {
      if ($2 == "pass") p += $3
      if ($2 == "fail" || $2 == "cancelled") f += $3
      if ($2 == "skipped" || $2 == "todo") s += $3
    }
    END { print p + 0, f + 0, s + 0 }'
}

# The last words, whatever happened before: a run that did not come to its end, where it says `complete=yes`, has
# failed, even if it was stopped from outside.
finish() {
  local code=$?
  if [ -z "${complete-}" ] && [ "$failed" -eq 0 ]; then failed=1; fi
  printf '\n=== Summary\n'
  if [ "${#summary[@]}" -gt 0 ]; then printf '%s\n' "${summary[@]}"; fi
  printf '%d passed, %d failed\n' "$passed" "$failed"
  if [ "$failed" -gt 0 ] && [ "$code" -eq 0 ]; then exit 1; fi
}
