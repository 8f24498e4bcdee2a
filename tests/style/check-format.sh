#!/bin/sh
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
# check-format.sh UNCRUSTIFY ROOT: whether every .c file stands as uncrustify would write it.
cd "$2" || exit 1
find src tests -name '*.c' | sort | xargs "$1" -q -c tests/style/uncrustify.cfg --check
