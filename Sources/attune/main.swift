import Glibc
import Terminal

harden()
exit(Start(arguments: Array(CommandLine.arguments.dropFirst())).run())
