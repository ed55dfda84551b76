#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Formatting, clang-tidy and cppcheck over all sources; ./run lint calls it.
set -eu
cd "$(dirname "$0")/../.."

sources=$(git ls-files '*.cpp' '*.h')
echo "clang-format: $(echo "$sources" | wc -l) files"
# shellcheck disable=SC2086
clang-format --dry-run -Werror $sources

# clang-tidy runs beside the compiler (clang, so that it can read the precompiled header), as a
# build of its own: a second run looks only at what has changed since, headers included.
lint=build/lint
if [ -n "$(find .clang-tidy tests/.clang-tidy -newer "$lint/CMakeCache.txt" 2>&1)" ]; then
    rm -rf "$lint"
fi
mkdir -p "$lint"
# What moc, rcc and lrelease write is not ours to tidy; clang-tidy refuses to have no check at all.
printf 'Checks: "-*,modernize-use-nullptr"\n' >"$lint/.clang-tidy"
cmake --preset lint >/dev/null
# A room is tidied several files at a time, as it is compiled: what includes them lies in a folder
# of CMake's, and what they say themselves counts, though they are included. Headers of rooms are
# seen there as well; in them a defaulted <=> is taken for a null pointer.
find "$lint" -type d -name Unity | while read -r together; do
    sed -e "s|^HeaderFilterRegex:.*|HeaderFilterRegex: '(/rooms/.*[.]h\|$PWD/(shared\|server\|client-[a-z]*)/.*[.]cpp)$'|" \
        -e 's|^  -bugprone-narrowing|  -bugprone-suspicious-include,\n&|' \
        -e '/modernize-use-nullptr/d' .clang-tidy >"$together/.clang-tidy"
done
echo "clang-tidy:"
rm -f "$lint/clean"
{ cmake --build --preset lint --parallel "$(nproc)" -- -k 0 && touch "$lint/clean"; } 2>&1 |
    tee "$lint/tidy.log"
[ -e "$lint/clean" ] || {
    echo "lint: clang-tidy found:"
    grep -E 'warning:|error:' "$lint/tidy.log" | sort -u
    exit 1
}
echo "architecture:"
"$lint/tests-bin/TstArchitecture" -silent

echo "cppcheck:"
# Debian 12's cannot read literals such as 15min (cppcheckError).
cppcheck --quiet --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
    --suppress=unknownMacro --suppress=missingInclude --suppress=internalAstError \
    --suppress=cppcheckError --std=c++20 -j "$(nproc)" \
    -i build shared server client-customer client-shop client-rider
echo "lint: clean"
