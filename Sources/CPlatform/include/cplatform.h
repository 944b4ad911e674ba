#ifndef CPLATFORM_H
#define CPLATFORM_H
#include <dirent.h>

/* Columns of a Unicode scalar, -1 for what does not print: wcwidth(3), which Glibc hides from Swift. */
int attune_wcwidth(unsigned int scalar);

/* Locks one byte for this open file alone, without waiting: fcntl(2) with F_OFD_SETLK, which Glibc hides from Swift.
   Such a lock is held by the open file, not by the process: a second open of the same process is refused too, and
   what a dead process held is free. 0, or -1 with errno EAGAIN or EACCES when another has it. */
int attune_lock_byte(int file, long long byte);

/* An entry's name where it lies; as a Swift tuple it would be copied to its full length, past the entry's end. */
const char *attune_entry_name(const struct dirent *entry);

#endif
