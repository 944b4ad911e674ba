/* The smallest program that edits a line with libedit: what the echo of a key is measured against. It keeps nothing. */
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

static const char *prompt(EditLine *el) {
  (void)el;
  return "> ";
}

int main(void) {
  setlocale(LC_CTYPE, "");
  EditLine *el = el_init("bare-loop", stdin, stdout, stderr);
  if (el == NULL) return 1;
  el_set(el, EL_PROMPT, prompt);
  el_set(el, EL_EDITOR, "emacs");
  int count = 0;
  while (el_gets(el, &count) != NULL && count > 0) continue;
  el_end(el);
  return 0;
}
