# Sourced by mvnw: sets JAVA_HOME to a JDK 25, unless it is one already. Finds none: leaves all as it was.
is_jdk_25() { [ -n "$1" ] && [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null; }

find_jdk_25() {
  for dir in "${JAVA_HOME-}" "${JAVA_HOME_25_X64-}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if is_jdk_25 "$dir"; then
      JAVA_HOME=$dir
      export JAVA_HOME
      return 0
    fi
  done
}

find_jdk_25
