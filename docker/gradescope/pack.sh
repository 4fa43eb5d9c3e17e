#!/usr/bin/env bash
# Packs the autograder of one assignment for Gradescope: docker/gradescope/pack.sh ASSIGNMENT OUT.zip
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
id=${1:?which assignment?}
out=$(realpath -m "${2:?where does the zip go?}")
[ -f "$root/reference/assignments/$id/assignment.yaml" ] || { echo "There is no assignment $id." >&2; exit 2; }
home=${ASSAY_HOME:-}
config=${home:-${XDG_CONFIG_HOME:-$HOME/.config}/assay}
cache=${home:+$home/cache}
cache=${cache:-${XDG_CACHE_HOME:-$HOME/.cache}/assay}

# Makes the goldens that the zip carries: PyTorch stays here. It also builds what has changed.
"$root/assay" assignment check "$id"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home/cache" "$work/lib" "$work/reference/assignments"
cp "$here/setup.sh" "$here/run_autograder" "$work/"
chmod +x "$work/setup.sh" "$work/run_autograder"
echo "$id" >"$work/assignment"
cp -R "$root/reference/assignments/$id" "$work/reference/assignments/"
find "$root/grader/cli/target/assay/lib" -name '*.jar' ! -name 'pytorch-native*' -exec cp {} "$work/lib/" \;
find "$config" -maxdepth 1 -type f -exec cp {} "$work/home/" \;
cp -R "$cache/goldens" "$work/home/cache/"
rm -f "$out"
(cd "$work" && zip --quiet --recurse-paths "$out" .)
echo "Packed $(du -h "$out" | cut -f1): $out"
