#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Formatting, clang-tidy and cppcheck over all sources; ./run lint calls it.
set -eu
cd "$(dirname "$0")/../.."

sources=$(git ls-files '*.cpp' '*.h')
echo "clang-format: $(echo "$sources" | wc -l) files"
# shellcheck disable=SC2086
clang-format --dry-run -Werror $sources

# clang, so that clang-tidy can read the precompiled header; what moc makes, and nothing else, is
# built, because only that is included.
cmake --preset dev -B build/lint -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_AUTOGEN_ORIGIN_DEPENDS=OFF >/dev/null
cmake --build build/lint --target TstArchitecture soban_pch --parallel "$(nproc)" >/dev/null
build/lint/tests-bin/TstArchitecture -silent
cmake --build build/lint --target help | grep '_autogen:' | cut -d: -f1 |
    xargs cmake --build build/lint --parallel "$(nproc)" --target >/dev/null

echo "clang-tidy:"
run-clang-tidy -quiet -p build/lint -j "$(nproc)" '/(shared|server|tests)/.*\.cpp$' >build/lint/tidy.log 2>&1 || {
    grep -E 'warning:|error:' build/lint/tidy.log | sort -u
    exit 1
}

echo "cppcheck:"
cppcheck --quiet --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
    --suppress=unknownMacro --suppress=missingInclude --suppress=internalAstError --std=c++20 -j "$(nproc)" \
    -i build shared server
echo "lint: clean"
