# SPDX-FileCopyrightText: The Palpate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house, checked by reading the tree: house.py RULE SOURCE_ROOT [ARGUMENTS].

Each rule prints what breaks it and exits 1, so that a test log names the file and the line.
"""
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

SKIP = 77

# Which rooms a room may include. There are no other arrows.
ARROWS = {
    'atlas': set(),
    'record': {'atlas'},
    'store': {'record', 'atlas'},
    'insight': {'record', 'atlas'},
    'exchange': {'record', 'atlas'},
    'draw': {'insight', 'record', 'atlas'},
    'report': {'draw', 'insight', 'record', 'atlas'},
    'ctl': {'report', 'draw', 'exchange', 'insight', 'store', 'record', 'atlas'},
    'app': {'report', 'draw', 'exchange', 'insight', 'store', 'record', 'atlas'},
}

# Libraries only some rooms may know.
LIBRARIES = {
    r'gtk/|gdk/|gsk/|adwaita': {'app'},
    r'sqlite3': {'store'},
    r'cairo|pango': {'draw', 'report', 'app'},
    r'json-glib': {'atlas', 'exchange', 'ctl'},
}

TOP_LEVEL = {'src', 'ui', 'resources', 'po', 'tests', 'meson.build', 'README.md', 'run', 'LICENSE'}


def sources(root, *endings):
    return sorted(p for p in (root / 'src').rglob('*') if p.suffix in endings)


def tracked(root):
    """What belongs to the project: git's list in a checkout, every file elsewhere."""
    git = subprocess.run(['git', '-C', str(root), 'ls-files', '--cached', '--others',
                          '--exclude-standard'], capture_output=True, text=True, check=False)
    if git.returncode == 0:
        return [Path(line) for line in git.stdout.splitlines() if (root / line).exists()]
    return [p.relative_to(root) for p in root.rglob('*') if p.is_file() and
            not p.relative_to(root).parts[0].startswith('build')]


def arrows(root):
    """A room includes only rooms below it, and only the libraries it may know."""
    for path in sources(root, '.c', '.h'):
        room = path.relative_to(root / 'src').parts[0]
        for number, line in enumerate(path.read_text().splitlines(), 1):
            own = re.match(r'#include "(\w+)/', line)
            if own and own[1] != room and own[1] in ARROWS and own[1] not in ARROWS[room]:
                yield f'{path}:{number}: {room} must not include {own[1]}'
            other = re.match(r'#include <(.+)>', line)
            for pattern, rooms in LIBRARIES.items():
                if other and re.match(pattern, other[1]) and room not in rooms:
                    yield f'{path}:{number}: {room} must not know <{other[1]}>'


def linked(root, program):
    """The program without a screen links no toolkit."""
    seen = subprocess.run(['ldd', program], capture_output=True, text=True, check=True).stdout
    for line in seen.splitlines():
        if re.search(r'lib(gtk|adwaita|gdk)-', line):
            yield f'{program} links {line.strip()}'


def layout(root):
    """The top level holds what it should and nothing else."""
    top = {p.parts[0] for p in tracked(root)}
    for name in sorted(top - TOP_LEVEL):
        if not name.startswith('.'):
            yield f'{name} does not belong at the top level'
    for name in sorted(TOP_LEVEL - top):
        yield f'{name} is missing at the top level'


def purpose(root):
    """A source file says at its top whose it is and what lives in it."""
    for path in sources(root, '.c', '.h'):
        head = path.read_text()[:600]
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in head:
            yield f'{path}: no licence line'
        if head.count('/*') < 2:
            yield f'{path}: does not say what lives here'


def documented(root):
    """A public header documents its functions."""
    for path in sources(root, '.h'):
        if path.name.endswith('-private.h'):
            continue
        if '/**' not in path.read_text():
            yield f'{path}: nothing is documented'


def style(root):
    """clang-format has nothing to change."""
    tool = shutil.which('clang-format')
    if not tool:
        print('clang-format is not installed')
        sys.exit(SKIP)
    files = [str(p) for base in ('src', 'tests') for p in sorted((root / base).rglob('*.[ch]'))]
    done = subprocess.run([tool, '--dry-run', '-Werror', *files], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        yield '\n'.join(done.stderr.splitlines()[:40])


def start(root):
    """Test programs begin with kit_start(), which keeps them from the person's own files."""
    for path in sorted((root / 'tests').rglob('*.c')):
        if 'g_test_init (' in path.read_text():
            yield f'{path}: begins with g_test_init() instead of kit_start()'


def words(root):
    """Every source with translatable text is listed for the translators, and no other."""
    listed = {line.strip() for line in (root / 'po/POTFILES.in').read_text().splitlines()
              if line.strip() and not line.startswith('#')}
    call = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|dngettext)\s*\(')
    found = set()
    for path in sources(root, '.c'):
        text = re.sub(r'/\*.*?\*/', '', path.read_text(), flags=re.S)
        text = re.sub(r'^#define.*$', '', text, flags=re.M)
        if call.search(text):
            found.add(str(path.relative_to(root)))
    for path in sorted((root / 'ui').rglob('*.ui')):
        if 'translatable="' in path.read_text():
            found.add(str(path.relative_to(root)))
    for name in sorted(found - listed):
        yield f'po/POTFILES.in lacks {name}'
    made = {'po/words.c'}
    for name in sorted(listed - made):
        if not (root / name).exists():
            yield f'po/POTFILES.in names {name}, which is not there'


def alone(root):
    """Nothing in the project speaks of one machine or of its surroundings."""
    pattern = re.compile(r'(?<![\w.])/(work|home|root|Users)/|\.\./shared')
    for path in tracked(root):
        if path.suffix in {'.c', '.h', '.md', '.ui', '.py', '.build', '.sh', '.in', ''}:
            try:
                text = (root / path).read_text()
            except (UnicodeDecodeError, IsADirectoryError):
                continue
            if str(path) == 'tests/house/house.py':
                continue
            for number, line in enumerate(text.splitlines(), 1):
                if pattern.search(line):
                    yield f'{path}:{number}: names a path outside the project'


def json_sound(root):
    """Every JSON resource can be read."""
    for path in sorted((root / 'resources').rglob('*.json')):
        try:
            json.loads(path.read_text())
        except ValueError as error:
            yield f'{path}: {error}'


RULES = {rule.__name__: rule for rule in (arrows, linked, layout, purpose, documented, style, words,
                                          alone, json_sound, start)}


def main():
    rule = RULES[sys.argv[1]]
    broken = list(rule(Path(sys.argv[2]), *sys.argv[3:]))
    print('\n'.join(broken) if broken else f'{sys.argv[1]}: nothing to object to')
    return 1 if broken else 0


if __name__ == '__main__':
    sys.exit(main())
