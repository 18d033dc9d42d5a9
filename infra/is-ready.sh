#!/usr/bin/env bash
# Whether the register on this machine is ready: exits with 0 or 1. For the container image, which has nothing else to ask it with.
#   infra/is-ready.sh [PORT]
set -uo pipefail

port="${1:-${Register__HttpPort:-5080}}"
(
  exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
  printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
  IFS= read -r -t 4 answer <&3 || exit 1
  [[ "$answer" == *" 200 "* ]]
) 2>/dev/null
