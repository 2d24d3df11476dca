#!/usr/bin/env bash
# Makes what a system in containers has to keep secret, unless it is there: deploy/.env with a random
# word for each password; deploy/secrets/token, which lets its owner in; and deploy/secrets/service-token,
# by which the services know their front door. Shows none of them.
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")}"
umask 077

word() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; } # of so many random bytes

# MinIO takes no key of more than forty characters.
if [[ ! -e .env ]]; then
  while IFS= read -r line; do
    if [[ $line =~ ^[A-Z_]+=$ ]]; then line+=$(word 20); fi
    printf '%s\n' "$line"
  done <.env.example >.env.part
  mv .env.part .env
fi

# The folder is its owner's alone; the files are read inside the containers by somebody else.
mkdir -p secrets
for token in token service-token; do
  if [[ ! -e secrets/$token ]]; then
    word 32 >secrets/$token.part
    chmod 444 secrets/$token.part
    mv secrets/$token.part secrets/$token
  fi
done
echo "$PWD/.env, and the tokens in $PWD/secrets, are there."
