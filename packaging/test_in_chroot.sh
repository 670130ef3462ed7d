#!/bin/bash
# Runs tests/qgis in another release of QGIS: that of a Debian suite, in a chroot which is made once (some minutes).
#   sudo packaging/test_in_chroot.sh SUITE [PYTEST-ARGUMENT…]
# SUITE: trixie (QGIS 3.40), trixie-backports (3.44), bookworm-backports, sid …
# The chroot lies in $QGIS_CHROOTS/SUITE (default ~/.cache/s2cloudmask/qgis) and may be deleted at any time. The tests see
# a throw-away copy of this checkout; nothing is written to it. Needs root, debootstrap and 4 GB of disk.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
[ "$(id -u)" = 0 ] || { echo "A chroot needs root: call this with sudo." >&2; exit 1; }
root=$(cd "$(dirname "$0")/.." && pwd)
suite=$1 base=${1%-backports}
shift
jail=${QGIS_CHROOTS:-$HOME/.cache/s2cloudmask/qgis}/$suite
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

# Runs a command in the chroot, in /checkout: a copy-on-write twin of this checkout. The mounts end with the command.
inside() {
    unshare -m bash -ec '
        jail=$1 root=$2; shift 2
        mount -t proc proc "$jail/proc"
        mount -t tmpfs tmpfs "$jail/mnt"
        mkdir -p "$jail/mnt/upper" "$jail/mnt/work" "$jail/checkout"
        mount -t overlay overlay -o "lowerdir=$root,upperdir=$jail/mnt/upper,workdir=$jail/mnt/work" "$jail/checkout"
        exec chroot "$jail" /usr/bin/env -i -C /checkout HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            PATH=/usr/sbin:/usr/bin:/sbin:/bin PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CERT=/etc/ssl/certs/machine.crt \
            ${PIP_INDEX_URL:+PIP_INDEX_URL=$PIP_INDEX_URL} XDG_RUNTIME_DIR=/run/user QT_QPA_PLATFORM=offscreen "$@"
    ' _ "$jail" "$root" "$@"
}

# pip in the chroot trusts and asks whom pip on this machine trusts and asks.
PIP_INDEX_URL=${PIP_INDEX_URL:-$(python3 -m pip config get global.index-url 2>/dev/null || true)}
export PIP_INDEX_URL

if [ ! -e "$jail/.base" ]; then
    command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 -E '/debian/?$' || true)
    mirror=${mirror:-http://deb.debian.org/debian}
    echo "Making a Debian $base in $jail"
    rm -rf --one-file-system "$jail" && mkdir -p "$jail"
    debootstrap --variant=minbase "$base" "$jail" "$mirror" >"$jail.log" 2>&1 || { tail "$jail.log" >&2; exit 1; }
    [ "$suite" = "$base" ] || echo "deb $mirror $suite main" >"$jail/etc/apt/sources.list.d/backports.list"
    { apt-config dump | grep -E '^Acquire::(http|https)' || true; } >"$jail/etc/apt/apt.conf.d/99machine"
    printf '#!/bin/sh\nexit 101\n' >"$jail/usr/sbin/policy-rc.d" && chmod +x "$jail/usr/sbin/policy-rc.d"
    mkdir -p -m 700 "$jail/run/user"
    touch "$jail/.base"
fi
if [ ! -e "$jail/.qgis" ]; then
    echo "Installing QGIS"
    inside apt-get update -qq
    inside apt-get install -y -qq --no-install-recommends -t "$suite" \
        qgis python3-qgis xvfb xauth python3-venv ca-certificates git procps >"$jail.log" 2>&1 || { tail "$jail.log" >&2; exit 1; }
    cp -L /etc/ssl/certs/ca-certificates.crt "$jail/etc/ssl/certs/machine.crt"
    inside python3 -m venv --system-site-packages /opt/tests
    inside /opt/tests/bin/pip install -q pytest pytest-qgis
    touch "$jail/.qgis"
fi

# The engine for the tests needs the embedded networks only: no torch. What builds the situations imports hypothesis.
if ! cat "$root"/requirements.txt "$root"/requirements-test.txt | cmp -s - "$jail/.engine"; then
    echo "Making the engine's environment"
    inside python3 -m venv --clear /opt/engine
    inside /opt/engine/bin/pip install -q --no-deps -r requirements.txt
    # Apart: where one list has hashes, pip asks for those of all.
    inside /opt/engine/bin/pip install -q --no-deps "$(grep ^hypothesis== requirements-test.txt)" sortedcontainers
    cat "$root"/requirements.txt "$root"/requirements-test.txt >"$jail/.engine"
fi

inside /usr/bin/python3 -W ignore -c 'import platform
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
print("QGIS", Qgis.QGIS_VERSION, "Qt", QT_VERSION_STR, "Python", platform.python_version())'
[ $# -gt 0 ] || set -- tests/qgis
inside S2CLOUDMASK_PYTHON=/opt/engine/bin/python xvfb-run -a /opt/tests/bin/python -m pytest -p no:cacheprovider "$@"
