#!/bin/sh
# Starts Ollama, and sees to it that the model is there. The file READY_FILE says that it is: the container's health is asked by it.
#
#   OLLAMA_TEXT_MODEL   the model; nothing: none is fetched
#   OLLAMA_MODELFILE    a Modelfile to make that model from, at every start; nothing: the model is pulled when it is not there
#
# Ends with 1 when the server is not ready in time or the model cannot be had, and with the server's status when that ends.
set -eu

model="${OLLAMA_TEXT_MODEL:-}"
modelfile="${OLLAMA_MODELFILE:-}"
ready_file="${READY_FILE:-/tmp/gal-model-ready}"
ready_tries="${READY_TRIES:-60}"
ready_pause="${READY_PAUSE:-1}"
pull_tries="${PULL_TRIES:-5}"
pull_pause="${PULL_PAUSE:-10}"

server=''
child=''

say() {
  printf 'gal: %s\n' "$*" >&2
}

end_server() {
  kill -TERM "$server" 2>/dev/null || true
  wait "$server" || true
}

# Docker ends a container by ending this script, which has to tell the others.
# shellcheck disable=SC2317,SC2329 # It is called by a trap.
stop() {
  trap '' TERM INT
  rm -f "$ready_file"
  [ -z "$child" ] || kill -TERM "$child" 2>/dev/null || true
  end_server
  exit 143
}

give_up() {
  say "$1"
  say "$2"
  end_server
  exit 1
}

# A shell hears signals while it waits for a child in the background, and not while one is in front.
run() {
  "$@" &
  child=$!
  status=0
  wait "$child" || status=$?
  child=''
  return "$status"
}

wait_for_server() {
  tries=0
  until run timeout 5 ollama list >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || give_up 'ollama serve ended before it was ready.' 'Its own lines above say why.'
    tries=$((tries + 1))
    [ "$tries" -lt "$ready_tries" ] ||
      give_up "ollama serve did not answer, asked $tries times." 'Its own lines above say why; on a slow machine set READY_TRIES higher.'
    run sleep "$ready_pause"
  done
}

# A pull that broke off goes on where it was.
pull() {
  tries=1
  until run ollama pull "$model"; do
    kill -0 "$server" 2>/dev/null || give_up 'ollama serve ended while the model was pulled.' 'Its own lines above say why.'
    [ "$tries" -lt "$pull_tries" ] ||
      give_up "The model $model could not be pulled, tried $tries times." \
        'Is its name right (https://ollama.com/library), and is there a network and room on the disk? OLLAMA_TEXT_MODEL names it, in .env.'
    say "The pull of $model failed; once more in $pull_pause s."
    tries=$((tries + 1))
    run sleep "$pull_pause"
  done
}

fetch_model() {
  if [ -z "$model" ]; then
    say 'OLLAMA_TEXT_MODEL is empty: no model is fetched.'
  elif [ -n "$modelfile" ]; then
    say "Making $model from $modelfile."
    run ollama create "$model" -f "$modelfile" || give_up "$model could not be made from $modelfile." "Ollama's line above says why."
  elif run ollama show "$model" >/dev/null 2>&1; then
    say "$model is here already."
  else
    say "Pulling $model. It is kept, so this is done once."
    pull
  fi
}

rm -f "$ready_file"
trap stop TERM INT
ollama serve &
server=$!
wait_for_server
fetch_model
: >"$ready_file"
say 'Ready.'

status=0
wait "$server" || status=$?
rm -f "$ready_file"
say "ollama serve ended with $status."
exit "$status"
