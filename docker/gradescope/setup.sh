#!/usr/bin/env bash
# Runs once, as root, when Gradescope builds the image of an assignment.
set -euo pipefail

apt-get update
apt-get install -y --no-install-recommends ca-certificates curl util-linux

# Assay's JDK is the one that was packed, or else Temurin's newest 25.
if [ ! -x /autograder/source/jdk/bin/javac ]; then
    mkdir -p /opt/jdk
    curl --fail --silent --show-error --location \
        https://api.adoptium.net/v3/binary/latest/25/ga/linux/x64/jdk/hotspot/normal/eclipse |
        tar --extract --gzip --strip-components=1 --directory /opt/jdk
else
    mv /autograder/source/jdk /opt/jdk
fi

# Whoever the submission runs as can read the program, and nothing that tells what is expected of it.
id -u assay-student >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin assay-student
mkdir -p /opt/assay
mv /autograder/source/lib /opt/assay/lib
chmod -R a+rX /opt/assay /opt/jdk
chmod 700 /autograder/source
