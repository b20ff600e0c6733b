# SPDX-FileCopyrightText: The Palpate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the words of the built-in catalogues as a C file that xgettext can read.

xgettext knows no JSON. Which keys are shown to people is said here once; contexts are those the
atlas room asks with. Usage: words.py OUT REGIONS FINDINGS CHAINS"""
import json
import sys
from pathlib import Path

SHOWN = {
    'regions.json': {
        'regions': ('name', 'short', 'lay', 'does'), 'groups': ('name', 'lay'),
        'structures': ('name', 'short', 'lay'), 'presets': ('name', 'lay'),
    },
    'findings.json': {
        'kinds': ('name', 'plain', 'description'), 'severity': ('name', 'plain'),
        'techniques': ('name', 'plain', 'note'), 'tissueResponses': ('name', 'plain'),
        'visitTypes': ('name', 'plain'), 'activityLevels': ('name', 'plain'),
        'terrains': ('name', 'plain', 'note'), 'symptoms': ('name', 'plain'),
        'redFlags': ('name', 'question', 'why', 'do'), 'abbreviations': ('expansion',),
        'snippets': ('name', 'text'), 'homeCare': ('name', 'instruction'),
        'strengthScale': ('name', 'plain'), 'tests': ('plain', 'unit'),
    },
    'chains.json': {'chains': ('name', 'plain')},
}


def test_name(test):
    """As the vocabulary names it: "Neck: flexion (strength)"."""
    strength = ' (strength)' if test['type'] == 'strength' else ''
    return f"{test['joint'][0].upper()}{test['joint'][1:]}: {test['movement']}{strength}"


def collect(path):
    """(context, text, where) of everything a person may see."""
    data = json.loads(path.read_text())
    for section, keys in SHOWN[path.name].items():
        for item in data.get(section, []):
            where = f"{section} {item.get('id', item.get('code', item.get('abbr', '')))}"
            for key in keys:
                if item.get(key):
                    yield 'atlas', item[key], where
            if section == 'tests':
                yield 'atlas', test_name(item), where
            if item.get('aliases'):
                yield 'aliases', ', '.join(item['aliases']), where
            evidence = item.get('evidence') or {}
            for key in ('level', 'note'):
                if evidence.get(key):
                    yield 'atlas', evidence[key], where
            for link in item.get('links', []):
                for key in ('name', 'plain'):
                    if link.get(key):
                        yield 'atlas', link[key], f"{where} {link['id']}"


def main():
    lines = []
    seen = set()
    for name in sys.argv[2:]:
        for context, text, where in collect(Path(name)):
            if (context, text) not in seen:
                seen.add((context, text))
                note = ' (words to type, separated by commas)' if context == 'aliases' else ''
                lines.append(f'/* Translators: {where}{note} */')
                lines.append(f'NC_({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})')
    Path(sys.argv[1]).write_text('\n'.join(lines) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
