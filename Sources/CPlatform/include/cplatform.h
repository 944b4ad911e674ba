#ifndef CPLATFORM_H
#define CPLATFORM_H
/* Columns of a Unicode scalar, -1 for what does not print: wcwidth(3), which Glibc hides from Swift. */
int attune_wcwidth(unsigned int scalar);
#endif
