"""How the work of the other engines is measured and told."""
import csv
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def tell(case, way, run, repetitions=3, units=1):
    """Tells the median of the processor time that a unit of the work takes, and what was found."""
    seconds = []
    for _ in range(repetitions):
        start = time.process_time()
        result = run()
        seconds.append((time.process_time() - start) / units)
    tell_line(case, way, statistics.median(seconds), result)


def tell_line(case, way, seconds, result):
    print(case, way, seconds, result, sep="\t", flush=True)


def run_program(program, file, *arguments):
    """Runs a program of another language from this folder; it measures itself, and tells its lines in the same form."""
    subprocess.run([program, f"{HERE}/{file}", *map(str, arguments)], check=True, stdout=sys.stdout)


def column(path):
    """The rows of a table, without its header."""
    with open(path) as file:
        return list(csv.reader(file))[1:]


def index(name):
    return int(name[1:])
