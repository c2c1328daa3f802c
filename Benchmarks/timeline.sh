#!/usr/bin/env bash
# Measures timelines of 50 treaties over 1,000, 10,000 and 100,000 dated statements of thirty years, against reading alone.
#
#   Benchmarks/timeline.sh PROGRAM [RUNS]
#
# Prints for each size the median of the processor time in milliseconds: `casus check`, which reads and checks the
# program, and `casus timeline` with a question for each treaty, by what is asked. Ends with 1 where ten times the
# statements take more than fifteen times the time.
set -euo pipefail

casus=$1
runs=${2:-5}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The median of the processor time of some runs, in milliseconds.
median() {
  python3 - "$runs" "$@" <<'PYTHON'
import resource, statistics, subprocess, sys
spent = []
for _ in range(int(sys.argv[1])):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print(round(1000 * statistics.median(spent)))
PYTHON
}

windows=() breaches=() effects=()
for number in {0..49}; do
  windows+=("T$number.tense")
  breaches+=("breached(T$number.help(any, any))")
  effects+=("T$number.help(any, any)")
done

printf '%-9s %10s %8s %8s %8s %8s\n' program statements check windows breaches 'in effect'
status=0
for kind in told open scenario; do
  options=() scenario=() before=()
  [[ $kind == told ]] || options=("--$kind")
  [[ $kind != scenario ]] || scenario=(--scenario 'thirty years')
  for statements in 1000 10000 100000; do
    program=$work/$kind.casus
    python3 "$here/timeline.py" "${options[@]}" 50 "$statements" >"$program"
    timeline=("$casus" timeline --format csv "${scenario[@]}" "$program")
    row=("$(median "$casus" check "$program")" "$(median "${timeline[@]}" "${windows[@]}")"
      "$(median "${timeline[@]}" "${breaches[@]}")" "$(median "${timeline[@]}" "${effects[@]}")")
    printf '%-9s %10s %8s %8s %8s %8s\n' "$kind" "$statements" "${row[@]}"
    # Of a few milliseconds the start of the program is too large a part.
    if ((statements == 100000)); then
      for column in 1 2 3; do ((row[column] <= 15 * before[column])) || status=1; done
    fi
    before=("${row[@]}")
  done
done
exit $status
