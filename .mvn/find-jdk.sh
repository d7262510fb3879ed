# Sourced by ./mvnw and ./ledgerline (any POSIX shell). Gives the function ledgerline_find_jdk, which exports
# JAVA_HOME as the first JDK of version 25 or newer that has a compiler, in this order: JAVA_HOME, PATH, the
# folders where installers put JDKs. Returns 1 after one plain sentence when there is none.
# LEDGERLINE_JDK_FOLDERS (separated by colons) replaces the list of folders.

ledgerline_jdk_needed=25

# Prints the major version of the JDK in folder $1, or nothing when there is none with a compiler.
ledgerline_jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  ledgerline_version=''
  if [ -r "$1/release" ]; then
    ledgerline_version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" | head -n 1)
  fi
  if [ -z "$ledgerline_version" ]; then
    ledgerline_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1)
  fi
  printf '%s' "$ledgerline_version"
}

# Exports JAVA_HOME when folder $1 holds a JDK that is new enough.
ledgerline_take_jdk() {
  [ -n "$1" ] || return 1
  ledgerline_major=$(ledgerline_jdk_major "$1")
  [ -n "$ledgerline_major" ] || return 1
  if [ "$ledgerline_major" -ge "$ledgerline_jdk_needed" ]; then
    JAVA_HOME=$1
    export JAVA_HOME
    return 0
  fi
  case ", $ledgerline_too_old," in
  *", $ledgerline_major in $1,"*) ;;
  *) ledgerline_too_old="$ledgerline_too_old${ledgerline_too_old:+, }$ledgerline_major in $1" ;;
  esac
  return 1
}

# The JDK whose javac is first in PATH, through links.
ledgerline_jdk_of_path() {
  ledgerline_javac=$(command -v javac 2>/dev/null) || return 0
  ledgerline_real=$(readlink -f "$ledgerline_javac" 2>/dev/null) || ledgerline_real=$ledgerline_javac
  dirname "$(dirname "$ledgerline_real")"
}

# Tries every folder of a colon-separated list of patterns.
ledgerline_take_jdk_from() {
  ledgerline_ifs=$IFS
  case $- in *f*) ledgerline_noglob=-f ;; *) ledgerline_noglob=+f ;; esac
  IFS=:
  set +f
  for ledgerline_folder in $1; do
    if ledgerline_take_jdk "$ledgerline_folder" || ledgerline_take_jdk "$ledgerline_folder/Contents/Home"; then
      break
    fi
  done
  IFS=$ledgerline_ifs
  set "$ledgerline_noglob"
  [ -n "${ledgerline_major-}" ] && [ "$ledgerline_major" -ge "$ledgerline_jdk_needed" ]
}

ledgerline_find_jdk() {
  ledgerline_too_old=''
  ledgerline_take_jdk "${JAVA_HOME-}" && return 0
  ledgerline_take_jdk "$(ledgerline_jdk_of_path)" && return 0
  ledgerline_usual="/usr/lib/jvm/*:/usr/lib64/jvm/*:/usr/java/*:/usr/local/lib/jvm/*:/usr/local/java/*:/usr/local/jdk*"
  ledgerline_usual="$ledgerline_usual:/opt/*:/opt/java/*:/opt/jdk/*:/opt/jvm/*:/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk"
  ledgerline_usual="$ledgerline_usual:/Library/Java/JavaVirtualMachines/*:/snap/openjdk/current/jdk"
  if [ -n "${HOME-}" ]; then
    ledgerline_usual="$ledgerline_usual:$HOME/.sdkman/candidates/java/*:$HOME/.jdks/*:$HOME/.jbang/cache/jdks/*"
    ledgerline_usual="$ledgerline_usual:$HOME/.asdf/installs/java/*:$HOME/.local/share/mise/installs/java/*"
    ledgerline_usual="$ledgerline_usual:$HOME/Library/Java/JavaVirtualMachines/*"
  fi
  ledgerline_take_jdk_from "${LEDGERLINE_JDK_FOLDERS-$ledgerline_usual}" && return 0
  printf '%s\n' "Ledgerline needs a JDK $ledgerline_jdk_needed or newer and found none${ledgerline_too_old:+ (only $ledgerline_too_old)}: install one, for example Temurin $ledgerline_jdk_needed from https://adoptium.net, or set JAVA_HOME to the folder of yours." >&2
  return 1
}
