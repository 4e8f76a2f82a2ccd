"""Reads the first sheet of a workbook with openpyxl; prints its cost as JSON. Usage: read_openpyxl.py FILE [--lazy]"""

import json
import resource
import sys
import time

import openpyxl

start = time.perf_counter()
book = openpyxl.load_workbook(sys.argv[1], read_only="--lazy" in sys.argv)
cells = 0
for row in book.worksheets[0].iter_rows(values_only=True):
    cells += sum(value is not None for value in row)
milliseconds = (time.perf_counter() - start) * 1000
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"milliseconds": milliseconds, "peakMegabytes": peak, "cells": cells}))
