#!/usr/bin/env bash
# Derives the label of every alliance in every war from the research files in FOLDER, and scores them.
#
#   run.sh FOLDER [--errors] [--unknowns] [--from YEAR] [--until YEAR]
#
# CASUS names the program, if it is not `casus` in the search path; ANSWERS a file that keeps the answers, one a line.
set -euo pipefail

if [[ $# -lt 1 || ! -d $1 ]]; then
  echo "usage: run.sh FOLDER [--errors] [--unknowns] [--from YEAR] [--until YEAR]" >&2
  exit 64
fi
folder=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here"/{tables,conduct,aid,label}.casus "$work"
python3 "$here/prepare.py" "$folder" "$work"
"${CASUS:-casus}" run "$work/questions.casus" --format ndjson >"$work/answers.ndjson"
python3 "$here/score.py" "$folder" "$work/answers.ndjson" "$@"
if [[ -n ${ANSWERS:-} ]]; then cp "$work/answers.ndjson" "$ANSWERS"; fi
