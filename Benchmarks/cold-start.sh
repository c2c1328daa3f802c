#!/usr/bin/env bash
# Measures what starting the program costs: the wall time of whole runs, the peak of its memory, and its size.
#
#   Benchmarks/cold-start.sh PROGRAM [FILE [RUNS]]
#
# Ends with 1 where a bound is passed: 15 ms for the fastest run, 25 MB of memory, 25 MB of program.
set -euo pipefail

casus=$1
file=${2:-Examples/russia-dprk-2024/scenarios.casus}
runs=${3:-30}

# Runs the program once without its output; prints wall milliseconds and the peak of resident memory in KB.
if command -v perl >/dev/null; then
  measure() {
    perl -MTime::HiRes=time -e '
      my ($runs, @command) = @ARGV;
      for (1 .. $runs) {
        my $start = time;
        my $child = fork // die "fork: $!";
        if ($child == 0) { open STDOUT, ">", "/dev/null"; exec { $command[0] } @command or die "exec: $!" }
        waitpid $child, 0;
        die "the program failed\n" if $?;
        printf "%.2f\n", (time - $start) * 1000;
      }' "$@"
  }
else
  echo "cold-start: perl measures the time, and is not here" >&2
  exit 1
fi

# The peak of resident memory in KB: the kernel keeps it of children that have ended.
peak_memory() {
  if [[ -x /usr/bin/time ]]; then
    /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -1
  elif command -v python3 >/dev/null; then
    python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$@"
  else
    echo 0
  fi
}

times=$(measure "$runs" "$casus" run "$file" | sort -n)
least=$(head -1 <<<"$times")
median=$(sed -n "$(((runs + 1) / 2))p" <<<"$times")
memory=$(peak_memory "$casus" run "$file")
size=$(wc -c <"$casus")

printf '%-28s %10s   %s\n' "casus run $(basename "$file")" "measured" "bound"
awk -v least="$least" -v median="$median" -v memory="$memory" -v size="$size" -v runs="$runs" '
  function row(name, value, unit, bound) {
    printf "%-28s %7.1f %s   %s\n", name, value, unit, bound == "" ? "" : bound " " unit
    if (bound != "" && value > bound) failed = 1
  }
  BEGIN {
    row("fastest of " runs " runs", least, "ms", 15)
    row("median", median, "ms", "")
    if (memory > 0) row("peak of memory", memory / 1000, "MB", 25)
    row("size of the program", size / 1000000, "MB", 25)
    exit failed
  }'
