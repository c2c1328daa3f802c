#!/usr/bin/env python3
"""Runs one workload through one other engine, where that is installed.

    Benchmarks/Workloads/peers.py WORKLOAD ENGINE FOLDER [quick]

FOLDER has what `inputs.py` wrote. Tells lines of case, way, seconds of processor time and result, between tabs; data
are read before the time is taken, diagrams are built within it. Ends with an error where the engine is not there.
"""
import sys

from engines import decisions, outcomes, relations, tables, timelines

WORKLOADS = {"W1": decisions, "W2": tables, "W3": relations, "W4": timelines, "W5": outcomes}


def main():
    workload, engine, folder, *options = sys.argv[1:]
    try:
        WORKLOADS[workload].run(engine, folder, "quick" in options)
    except (ImportError, FileNotFoundError) as error:
        sys.exit(f"not installed: {error}")


if __name__ == "__main__":
    main()
