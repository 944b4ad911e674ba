#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

/* Swift imports no C variadics, and its language mode 6 refuses the mutable globals stdin, stdout and stderr: both are
 * wrapped here. Wide calls only: the narrow prompt call dereferences NULL when the prompt does not decode. */

typedef wchar_t *(*attune_prompt_fn)(EditLine *);
typedef unsigned char (*attune_key_fn)(EditLine *, wint_t);

/* What libedit complains of, such as a terminal that it does not know, is no part of a conversation. */
static inline EditLine *attune_el_init(const char *program) {
    FILE *nowhere = fopen("/dev/null", "we");
    return el_init(program, stdin, stdout, nowhere ? nowhere : stderr);
}

static inline int attune_el_set_client(EditLine *e, void *p) { return el_wset(e, EL_CLIENTDATA, p); }

static inline void *attune_el_client(EditLine *e) {
    void *p = NULL;
    el_wget(e, EL_CLIENTDATA, &p);
    return p;
}

static inline int attune_el_set_signal_handling(EditLine *e, int on) { return el_wset(e, EL_SIGNAL, on); }

static inline int attune_el_set_edit_mode(EditLine *e, int on) { return el_wset(e, EL_EDITMODE, on); }

static inline int attune_el_set_raw(EditLine *e, int on) { return el_wset(e, EL_PREP_TERM, on); }

static inline int attune_el_set_emacs(EditLine *e) { return el_wset(e, EL_EDITOR, L"emacs"); }

static inline int attune_el_set_prompt(EditLine *e, attune_prompt_fn fn) { return el_wset(e, EL_PROMPT, fn); }

static inline int attune_el_set_reader(EditLine *e, el_rfunc_t fn) { return el_wset(e, EL_GETCFN, fn); }

/* libedit keeps both name pointers: literals live as long as the program. */
static inline int attune_el_add_key(EditLine *e, const wchar_t *key, attune_key_fn fn) {
    if (el_wset(e, EL_ADDFN, L"attune-show", L"Show the line as it is now", fn) != 0) return -1;
    return el_wset(e, EL_BIND, key, L"attune-show", (wchar_t *)NULL);
}

static inline int attune_el_unbind(EditLine *e, const wchar_t *key) {
    return el_wset(e, EL_BIND, L"-r", key, (wchar_t *)NULL);
}

static inline int attune_el_set_tty(EditLine *e, const wchar_t *mode) {
    return el_wset(e, EL_SETTY, L"-d", mode, (wchar_t *)NULL);
}

static inline int attune_el_set_rows(EditLine *e, const wchar_t *rows) {
    return el_wset(e, EL_SETTC, L"li", rows, (wchar_t *)NULL);
}

static inline int attune_el_set_capability(EditLine *e, const wchar_t *name, const wchar_t *value) {
    return el_wset(e, EL_SETTC, name, value, (wchar_t *)NULL);
}

static inline int attune_el_refresh(EditLine *e) { return el_wset(e, EL_REFRESH); }

#endif
