#ifndef CPLATFORM_H
#define CPLATFORM_H
#include <dirent.h>
#include <stddef.h>
#include <sys/types.h>

/* Columns of a Unicode scalar, -1 for what does not print: wcwidth(3), which Glibc hides from Swift. */
int attune_wcwidth(unsigned int scalar);

/* Locks one byte for this open file alone, without waiting: fcntl(2) with F_OFD_SETLK, which Glibc hides from Swift.
   Such a lock is held by the open file, not by the process: a second open of the same process is refused too, and
   what a dead process held is free. 0, or -1 with errno EAGAIN or EACCES when another has it. */
int attune_lock_byte(int file, long long byte);

/* An entry's name where it lies; as a Swift tuple it would be copied to its full length, past the entry's end. */
const char *attune_entry_name(const struct dirent *entry);

/* Blocks the signals and returns a descriptor from which they are read one by one, -1 with errno: signalfd(2). */
int attune_watch_signals(const int *signals, size_t count);
/* The next signal that has come in, 0 if there is none. */
int attune_next_signal(int descriptor);
/* Blocks a signal for this thread. */
int attune_block_signal(int signal);
/* Stops the process group as the terminal's own Control-Z would, and returns when it goes on. */
void attune_stop_group(void);

/* Starts a program, looked for as execvp(3) looks, on the files 0, 1 and 2 of this one: no signal is blocked or ignored
   in it, and its temporary files go to the folder. 0, or an errno: posix_spawnp(3). */
int attune_spawn(const char *program, char *const words[], const char *folder, pid_t *child);

/* No core files and no other process of the same user that looks into this one: setrlimit(2), prctl(2). */
int attune_forbid_dumps(void);
/* Whether characters are written in UTF-8, by the locale that is set: nl_langinfo(3). */
int attune_codeset_is_utf8(void);
#endif
