#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the contact sheets of this folder anew, by a tour in each look: docs/pictures/draw.sh TOUR,
# with the program of the tour. ./run sheets calls it.
set -eu
tour=$(realpath "$1")
cd "$(dirname "$0")"

customer="shop options checkout on-the-way messages published addresses"
kitchen="signed-in placed menu review figures hours settings"
rider="start signed-in ready claimed picked-up proof history earnings"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# row WHO WIDTH FOLDER SLUG…: the last picture of each step, or the first (`pick=head`), side by side.
row() {
    who=$1
    width=$2
    folder=$3
    shift 3
    pictures=
    for slug in "$@"; do
        pictures="$pictures $(find "$folder" -name "*-$who-$slug.png" | sort | "${pick:-tail}" -n 1)"
    done
    # shellcheck disable=SC2086
    montage $pictures -tile "$#x1" -geometry "${width}x+4+4" -background '#7c7970' "$work/$who.png"
}

for look in ko-light ko-dark en-light en-dark; do
    dark=
    [ "${look#*-}" = light ] || dark=--dark
    # shellcheck disable=SC2086
    "$tour" --lang "${look%-*}" $dark --out "$work/$look" >"$work/$look.log" || {
        tail -n 20 "$work/$look.log"
        exit 1
    }
    # shellcheck disable=SC2086
    row customer 336 "$work/$look" $customer
    # shellcheck disable=SC2086
    row kitchen 336 "$work/$look" $kitchen
    # A rider's step comes again in the second story, where there is nothing to claim.
    # shellcheck disable=SC2086
    pick=head row near-rider 184 "$work/$look" $rider
    convert "$work/customer.png" "$work/kitchen.png" "$work/near-rider.png" -gravity center \
        -background '#7c7970' -append -quality 72 "pages-$look.jpg"
    echo "pages-$look.jpg"
done
