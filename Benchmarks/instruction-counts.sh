#!/usr/bin/env bash
# Counts the instructions of the work that has to stay fast, and compares them with Benchmarks/instruction-counts.txt: more
# than a twentieth above is an error. Unlike times, they are the same on a busy machine.
#
#   Benchmarks/instruction-counts.sh FOLDER [--write]
#
# FOLDER is where the benchmarks are built. What is counted is the difference between doing the work three times and doing
# it once. The figures are those of x86-64 with vectors of 256 bits; elsewhere, and without valgrind, nothing is compared.
set -euo pipefail
# What cannot be counted is an error wherever it is asked for.
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$1
figures=Benchmarks/instruction-counts.txt
kernels=(one-case dictionary json columns lanes example)
# In hundredths.
tolerance=5

if ! command -v valgrind >/dev/null; then
  echo "instructions: there is no valgrind here, so they are NOT counted" >&2
  exit 0
fi
if [[ $(uname -m) != x86_64 ]] || ! grep -qw avx2 /proc/cpuinfo; then
  echo "instructions: the figures are of x86-64 with AVX2, so they are NOT compared on this processor" >&2
  exit 0
fi

# Without the notes for debuggers, which valgrind does not always understand.
build=(swift build --package-path Benchmarks/Deciding --scratch-path "$folder" -c release -Xlinker -s)
# What is planned once does not see files that are added to the library later.
rm -f "$folder/release.yaml"
"${build[@]}"
program=$("${build[@]}" --show-bin-path)/DecidingBenchmark
notes=$(mktemp -d)
trap 'rm -rf "$notes"' EXIT

# count KERNEL TIMES: the instructions of a whole run.
count() {
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" kernel "$1" "$2" \
    >"$notes/$1" 2>"$notes/$1.$2" || { cat "$notes/$1.$2" >&2; return 1; }
  sed -n 's/.*Collected *: *//p' "$notes/$1.$2"
}

# measure KERNEL: the instructions of one case.
measure() {
  local once thrice units
  once=$(count "$1" 1)
  thrice=$(count "$1" 3)
  read -r units _ <"$notes/$1"
  awk -v work=$((thrice - once)) -v units="$units" 'BEGIN { printf "%.3f\n", work / 2 / units }'
}

if [[ ${2:-} == --write ]]; then
  for kernel in "${kernels[@]}"; do
    figure=$(measure "$kernel")
    echo "$kernel $figure"
  done >"$figures.new"
  mv "$figures.new" "$figures"
  cat "$figures"
  exit
fi

status=0
while read -r kernel figure; do
  found=$(measure "$kernel")
  verdict=$(awk -v found="$found" -v figure="$figure" -v tolerance=$tolerance 'BEGIN {
    change = (found / figure - 1) * 100
    word = change > tolerance ? "TOO MANY" : change < -tolerance ? "fewer: renew the figures" : "as before"
    printf "%+.1f %%, %s", change, word
  }')
  printf 'instructions: %-10s %14s  (%s)\n' "$kernel" "$found" "$verdict"
  if [[ $verdict == *"TOO MANY" ]]; then status=1; fi
done <"$figures"
if [[ $status != 0 ]]; then
  echo "instructions: if that is what a change is worth, make instructions-write and say why in the commit" >&2
fi
exit $status
