#!/bin/sh
# What an explanation costs beside the plain answer, in instructions, which do not depend on what else the machine does.
#
#   Benchmarks/explanation.sh [CASUS]
#
# Reading the program and starting up are taken off: they are what a question costs that is settled at once. Needs
# valgrind. CASUS is a release build; else .build/release/casus.
set -eu
cd "$(dirname "$0")/.."
casus=${1:-.build/release/casus}

instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$casus" "$@" 2>&1 > /dev/null |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

measure() {
  start=$(instructions ask "$1" true)
  answer=$(instructions ask "$1" "$2")
  explained=$(instructions explain "$1" "$2")
  echo "$2: answer $(((answer - start) / 1000)) k, explained $(((explained - start) / 1000)) k," \
    "ratio $(awk "BEGIN { printf \"%.2f\", ($explained - $start) / ($answer - $start) }")"
}

measure Examples/russia-dprk-2024/facts.casus "CSP.assistance(ally: DPRK, victim: Russia)"
measure Examples/russia-dprk-2024/facts.casus "Charter.no_force(by: DPRK, against: Ukraine)"
measure Examples/russia-dprk-succession/facts.casus "CSP.binding"
measure Examples/war-powers/libya.casus "breached(WarPowers.termination(of: Libya))"
