#!/bin/sh
# What an explanation costs beside the plain answer, in instructions, which do not depend on what else the machine does.
#
#   Benchmarks/explanation.sh [CASUS]
#
# Starting up and reading the program are taken off: they are what the same command takes for a question that is settled
# at once. Ends with 1 where an explanation takes three times the plain answer or more. Needs valgrind. CASUS is a
# release build without symbols; else .build/release/casus.
set -eu
cd "$(dirname "$0")/.."
casus=${1:-.build/release/casus}
status=0

instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$casus" "$@" 2>&1 > /dev/null |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

# measure FILE QUERY [DATE]
measure() {
  answer=$(($(instructions ask "$1" "$2" ${3:+--as-of "$3"}) - $(instructions ask "$1" true)))
  explained=$(($(instructions explain "$1" "$2" ${3:+--as-of "$3"}) - $(instructions explain "$1" true)))
  ratio=$(awk "BEGIN { printf \"%.2f\", $explained / $answer }")
  echo "$2: answer $((answer / 1000)) k, explained $((explained / 1000)) k, ratio $ratio"
  if [ "$explained" -ge $((3 * answer)) ]; then status=1; fi
}

measure Examples/russia-dprk-2024/facts.casus "CSP.assistance(ally: DPRK, victim: Russia)"
measure Examples/russia-dprk-2024/facts.casus "Charter.no_force(by: DPRK, against: Ukraine)"
measure Examples/war-powers/libya.casus "breached(WarPowers.termination(of: Libya))"
measure Examples/north-atlantic/history.casus \
  "NorthAtlantic.armed_assistance(ally: Germany, victim: UnitedStates, in: September11)" 2001-10-02
measure Examples/north-atlantic/history.casus "NorthAtlantic.casus_foederis(UnitedStates, in: September11)" 2001-09-12
measure Examples/triple-alliance/history.casus "TripleAlliance.alliance(Italy, for: Germany)" 1914-08-05
exit $status
