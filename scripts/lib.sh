# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What scripts/run and scripts/test share: packages, build, and the folders of the project.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
prefix=$build/prefix

# To build and to run the program.
run_packages=(meson ninja-build gcc libc6-dev pkg-config gettext libgtk-4-dev libgtk-4-bin libadwaita-1-dev
  libjson-glib-dev libsqlite3-dev libical-dev libarchive-dev libcairo2-dev libpango1.0-dev
  libglib2.0-dev-bin desktop-file-utils adwaita-icon-theme dconf-gsettings-backend)

# To run it on a virtual display, and to test it.
test_packages=(xvfb xauth x11-utils x11-xserver-utils xdotool metacity imagemagick dbus at-spi2-core
  gir1.2-atspi-2.0 gir1.2-gtk-3.0 python3-gi python3-jsonschema python3-icalendar python3-pypdf
  poppler-utils fonts-cantarell appstream uncrustify clang libclang-rt-dev llvm)

# Installs the packages that are missing, after saying which.
install_missing() {
  local missing=() package sudo=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "These packages are missing and will be installed: ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update -q || return 1
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# build_in FOLDER [MESON OPTION...]: configures once, compiles what changed.
build_in() {
  local folder=$1
  shift
  [ -f "$folder/build.ninja" ] ||
    meson setup "$folder" "$root" --prefix="$prefix" --libdir=lib "$@" || return 1
  ninja -C "$folder"
}

install_program() {
  meson install -C "$build" --no-rebuild --quiet
}
