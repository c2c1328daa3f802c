#!/usr/bin/env bash
# Derives the label of every alliance in every war from the research files in FOLDER, and scores the labels.
#
#   run.sh FOLDER [--keep OUT] [--errors] [--unknowns] [--from YEAR] [--until YEAR]
#
# --keep leaves the rules, the prepared tables and the answers in OUT, to be asked more; the other options are those of
# score.py. CASUS names the program, if it is not `casus` in the search path.
set -euo pipefail

if [[ $# -lt 1 || ! -d $1 ]]; then
  echo "usage: run.sh FOLDER [--keep OUT] [--errors] [--unknowns] [--from YEAR] [--until YEAR]" >&2
  exit 64
fi
folder=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [[ ${1:-} == --keep && -n ${2:-} ]]; then
  work=$2
  mkdir -p "$work"
  shift 2
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

cp "$here"/{tables,conduct,aid,label}.casus "$work"
python3 "$here/prepare.py" "$folder" "$work"
"${CASUS:-casus}" run "$work/questions.casus" --format ndjson >"$work/answers.ndjson"
python3 "$here/score.py" "$folder" "$work/answers.ndjson" "$@"
