#define _GNU_SOURCE 1
#include "cplatform.h"
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char temporaries[] = "TMPDIR=";

/* The environment with another folder for temporary files; its strings are not copied but for that one. */
static char **environment_with(char *folder) {
    size_t count = 0;
    while (environ[count] != NULL) count++;
    char **variables = calloc(count + 2, sizeof *variables);
    if (variables == NULL) return NULL;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (strncmp(environ[i], temporaries, strlen(temporaries)) != 0) variables[kept++] = environ[i];
    variables[kept] = folder;
    return variables;
}

int attune_spawn(const char *program, char *const words[], const char *folder, pid_t *child) {
    posix_spawnattr_t attributes;
    sigset_t none, all;
    char *variable = NULL;
    sigemptyset(&none);
    sigfillset(&all);
    if (asprintf(&variable, "%s%s", temporaries, folder) < 0) return ENOMEM;
    char **variables = environment_with(variable);
    int problem = variables == NULL ? ENOMEM : posix_spawnattr_init(&attributes);
    if (problem == 0) {
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        problem = posix_spawnp(child, program, NULL, &attributes, words, variables);
        posix_spawnattr_destroy(&attributes);
    }
    free(variables);
    free(variable);
    return problem;
}
