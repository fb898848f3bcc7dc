#!/usr/bin/env bash
# Begins a run over REST, follows it as server-sent events, answers what it asks, and fetches the report into this folder.
#
#     examples/rest.sh ["a topic"] [http://localhost:8765]
#
# The server's token, if it wants one, is read from GAL_TOKEN. Needs curl and sed.
set -euo pipefail

topic="${1:-Does label smoothing help a small classifier?}"
base="${2:-http://localhost:8765}"

curl=(curl --silent --show-error --fail-with-body --header "Authorization: Bearer ${GAL_TOKEN:-}")
json=(--header 'Content-Type: application/json')

# The value of a field of some JSON: enough for names, which hold no quotes.
field() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"
}

# Start. The key makes it safe to send the same request again: the same key begins the same run.
text="${topic//\\/\\\\}"
text="${text//\"/\\\"}"
body="{\"topic\":\"$text\",\"config\":{\"gates\":{\"plan-formulation\":\"ask\"}}}"
begun="$("${curl[@]}" "${json[@]}" "$base/v1/runs" --header "Idempotency-Key: rest-$$-$(date +%s)" --data "$body")" || {
  echo "not begun: $begun"
  exit 1
}
run="$(field run <<<"$begun")"
echo "run $run"

# Follow. The stream stays open when the run has ended, so it is read through a pipe and ended here.
folder="$(mktemp -d)"
mkfifo "$folder/stream"
"${curl[@]}" --no-buffer --header 'Accept: text/event-stream' "$base/v1/runs/$run/events?cut=200" >"$folder/stream" &
stream=$!
trap 'kill "$stream" 2>/dev/null || true; rm -rf "$folder"' EXIT

while IFS= read -r line; do
  case "$line" in
    'data: '*'"event":{"type":"phase-start"'*) echo "phase $(field phase <<<"$line")" ;;
    'data: '*'"event":{"type":"question-ask"'*)
      question="$(field id <<<"$line")"
      echo "asked $question"
      "${curl[@]}" "${json[@]}" "$base/v1/runs/$run/answer" --data "{\"question\":\"$question\",\"answer\":\"go on\"}" >/dev/null
      ;;
    'data: '*'"event":{"type":"run-end"'*)
      echo "ended $(field kind <<<"$line")"
      break
      ;;
  esac
done <"$folder/stream"

# Fetch the report; the list of all files is at /v1/runs/$run/artifacts.
"${curl[@]}" "$base/v1/runs/$run/artifacts/report/report.md" --output "$run.md"
echo "report $run.md"
