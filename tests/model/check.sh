#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh RULES MODEL holds|fails [-DNAME …]: has Spin walk every state of the model. It must hold, or
# a violation must be found in it.
set -eu
rules=$1
model=$2
expected=$3
shift 3
for tool in spin gcc; do
    command -v "$tool" >/dev/null || { echo "there is no $tool: ./run test installs it" >&2; exit 1; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$rules" >"$folder/Rules.pml"
cp "$model" "$folder/Saga.pml"
cd "$folder"
spin "$@" -a Saga.pml
# Compiling takes longer than walking: without optimisation the sum is least.
gcc -O0 -w -DSAFETY -DCOLLAPSE -DVECTORSZ=2048 -o pan pan.c
./pan -n -m1000000 | tee said
# A search that was cut short proves nothing.
if grep -E "max search depth|out of memory" said; then exit 1; fi
case $expected in
holds) grep -q "errors: 0" said ;;
fails) grep -q "errors: 1" said && grep -E "^pan:1: assertion violated" said ;;
esac
