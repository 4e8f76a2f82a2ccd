"""Writes JSON rows into one workbook with XlsxWriter; prints its cost as JSON. Usage: write_xlsxwriter.py ROWS.json OUT"""

import json
import resource
import sys
import time

import xlsxwriter

with open(sys.argv[1], encoding="utf-8") as file:
    rows = json.load(file)
start = time.perf_counter()
book = xlsxwriter.Workbook(sys.argv[2], {"strings_to_numbers": False, "strings_to_formulas": False})
text = book.add_format({"num_format": "@", "border": 1})
sheet = book.add_worksheet()
for number, row in enumerate(rows):
    for column, value in enumerate(row):
        sheet.write_string(number, column, value, text)
book.close()
milliseconds = (time.perf_counter() - start) * 1000
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"milliseconds": milliseconds, "peakMegabytes": peak, "cells": sum(map(len, rows))}))
