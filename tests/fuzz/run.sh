#!/bin/sh
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh TARGET NAME BUILD_FOLDER TESTS: feeds a reader with what grows out of the seeds, for
# MS_PROGRAMS_FUZZ_SECONDS seconds (60; 0: with the seeds alone). What it finds on the way is kept in
# the build folder; what breaks it stays beside, to be mended and put among the seeds.
set -eu
target=$1 name=$2 folder=$3 tests=$4
seconds=${MS_PROGRAMS_FUZZ_SECONDS:-60}
grown=$folder/grown-$name
seeds=$tests/fuzz/corpus/$name
mkdir -p "$grown"
[ -d "$seeds" ] || seeds=

limit=-max_total_time=$seconds
[ "$seconds" -gt 0 ] || limit=-runs=0
# A reader that takes ten seconds for a small file hangs.
# shellcheck disable=SC2086
ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1 \
  exec "$target" "$limit" -timeout=10 -rss_limit_mb=1024 -error_exitcode=1 -max_len=16384 -print_final_stats=1 \
  -dict="$tests/fuzz/import.dict" -artifact_prefix="$folder/broken-$name-" \
  "$grown" $seeds "$tests/fixtures/import"
