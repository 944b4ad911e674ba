#define _GNU_SOURCE 1
#include "cplatform.h"
#include <fcntl.h>
#include <unistd.h>

int attune_lock_byte(int file, long long byte) {
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1, .l_pid = 0};
  return fcntl(file, F_OFD_SETLK, &lock);
}

const char *attune_entry_name(const struct dirent *entry) { return entry->d_name; }
