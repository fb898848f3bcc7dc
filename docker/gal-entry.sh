#!/bin/sh
# Starts gal in its container, with the arguments of the command line.
# A server in a container listens on all of the container's addresses, so it always has a token: that of GAL_TOKEN, which stays the same
# over restarts and is on no command line; else one that gal makes at this start and prints.
set -eu

if [ "${1:-}" = serve ]; then
  export WS_HOST=0.0.0.0
  [ -n "${GAL_TOKEN:-}" ] || set -- "$@" --token
fi
exec node "$(dirname "$0")/../bin/gal.js" "$@"
