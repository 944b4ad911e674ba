#define _GNU_SOURCE
#include "FaultyCalls.h"

#ifdef __linux__

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum { calm, interrupting, failing, killing } manner;
static unsigned long calls, chosen, chance;
static int failure;
static bool lasts, was_interrupted;

__attribute__((constructor)) static void read_wishes(void) {
  const char *wish = getenv("FAULTY_CALLS");
  char how[8] = "";
  if (!wish) return;
  if (sscanf(wish, "interrupt %lu", &chance) == 1) manner = interrupting;
  if (sscanf(wish, "fail %lu %d %7s", &chosen, &failure, how) == 3) manner = failing;
  if (sscanf(wish, "kill %lu", &chosen) == 1) manner = killing;
  lasts = strcmp(how, "on") == 0;
}

__attribute__((destructor)) static void write_count(void) {
  const char *path = getenv("FAULTY_CALLS_COUNT");
  if (!path) return;
  manner = calm;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%lu", calls);
  fclose(file);
}

/// A number below `below` that is the same in every run.
static unsigned long draw(unsigned long below) {
  chance = chance * 6364136223846793005UL + 1442695040888963407UL;
  return (chance >> 33) % below;
}

/// Whether this call fails; `errno` then says how.
static bool fails(void) {
  calls++;
  switch (manner) {
    case calm: return false;
    case interrupting:
      // No two in a row, so that who tries again gets on.
      was_interrupted = !was_interrupted && draw(2) == 0;
      errno = EINTR;
      return was_interrupted;
    case failing:
      errno = failure;
      return lasts ? calls >= chosen : calls == chosen;
    case killing:
      if (calls == chosen) raise(SIGKILL);
      return false;
  }
  return false;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  struct stat status;
  bool is_file = file > STDERR_FILENO && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  if (is_file && fails()) return -1;
  if (is_file && manner == interrupting && count > 1 && draw(2) == 0) count = 1 + draw(count - 1);
  return REAL(write)(file, bytes, count);
}

/// What SQLite writes with.
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return fails() ? -1 : REAL(pwrite64)(file, bytes, count, offset);
}

int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return fails() ? -1 : REAL(openat)(folder, path, flags, mode);
}

int renameat(int from, const char *name, int to, const char *other) {
  return fails() ? -1 : REAL(renameat)(from, name, to, other);
}

int mkdirat(int folder, const char *name, mode_t mode) { return fails() ? -1 : REAL(mkdirat)(folder, name, mode); }

int unlinkat(int folder, const char *name, int flags) { return fails() ? -1 : REAL(unlinkat)(folder, name, flags); }

int ftruncate(int file, off_t size) { return fails() ? -1 : REAL(ftruncate)(file, size); }

int fsync(int file) { return fails() ? -1 : REAL(fsync)(file); }

int fdatasync(int file) { return fails() ? -1 : REAL(fdatasync)(file); }

#endif
