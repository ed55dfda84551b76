#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Formatting, clang-tidy and cppcheck over all sources; ./run lint calls it.
set -eu
cd "$(dirname "$0")/../.."

sources=$(git ls-files '*.cpp' '*.h')
echo "clang-format: $(echo "$sources" | wc -l) files"
# shellcheck disable=SC2086
clang-format --dry-run -Werror $sources

# clang, so that clang-tidy can read the precompiled header. Of all else only what moc makes is
# needed, because that is included; its targets would build every library first.
cmake --preset dev -B build/lint -DCMAKE_CXX_COMPILER=clang++ >/dev/null
cmake --build build/lint --target TstArchitecture soban_pch --parallel "$(nproc)" >/dev/null
build/lint/tests-bin/TstArchitecture -silent
find build/lint -name AutogenInfo.json -print0 |
    xargs -0 -I INFO -P "$(nproc)" cmake -E cmake_autogen INFO Dev >/dev/null

echo "clang-tidy:"
run-clang-tidy -quiet -p build/lint -j "$(nproc)" "^$PWD/(shared|server|client-[a-z]*|tests)/.*\.cpp$" >build/lint/tidy.log 2>&1 || {
    grep -E 'warning:|error:' build/lint/tidy.log | sort -u
    exit 1
}

echo "cppcheck:"
# Debian 12's cannot read literals such as 15min (cppcheckError).
cppcheck --quiet --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
    --suppress=unknownMacro --suppress=missingInclude --suppress=internalAstError \
    --suppress=cppcheckError --std=c++20 -j "$(nproc)" \
    -i build shared server client-customer client-shop client-rider
echo "lint: clean"
