// Calls of the operating system that fail when they are told to. Loaded before a program by LD_PRELOAD; no program links it.
//
// FAULTY_CALLS says what happens to the calls by which files are written, opened, renamed, synced, cut and removed:
//   interrupt SEED     about every other one is interrupted first, and every other write is a short one
//   fail N ERRNO once  the N-th fails; `on` for `once`: it and all behind it
//   kill N             the process is killed before the N-th
// FAULTY_CALLS_COUNT names a file that the number of such calls is written to at the end.
