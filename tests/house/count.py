# SPDX-FileCopyrightText: The Palpate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of a finished run and prints them in one plain line."""
import re
import sys
import xml.etree.ElementTree as ElementTree


def read(path):
    """The results; what damaged files made a program print is no XML and is left out."""
    with open(path, 'rb') as file:
        text = file.read().decode('utf-8', 'replace')
    return ElementTree.fromstring(re.sub('[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd]', '', text))


def count(path):
    """A program that ends badly though each of its cases passed counts as one failure more."""
    passed = failed = skipped = 0
    for suite in read(path).iter('testsuite'):
        bad = 0
        for case in suite.iter('testcase'):
            if case.find('failure') is not None or case.find('error') is not None:
                bad += 1
            elif case.find('skipped') is not None:
                skipped += 1
            else:
                passed += 1
        told = int(suite.get('errors', 0)) + int(suite.get('failures', 0))
        failed += max(bad, min(told, 1))
    return passed, failed, skipped


def main():
    try:
        passed, failed, skipped = count(sys.argv[1])
    except (OSError, ElementTree.ParseError) as error:
        print(f'no test results: {error}', file=sys.stderr)
        return 1
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
