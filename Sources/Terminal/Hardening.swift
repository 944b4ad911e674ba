import CPlatform
import Glibc

/// Makes sure that nothing of a conversation gets out by accident: no core files, no look from other processes, files for
/// the owner only. A reader that goes away and Control-\ no longer end the program in the middle of a line.
///
/// False if the system refused to rule out core files.
@discardableResult package func harden() -> Bool {
  umask(0o077)
  signal(SIGPIPE, SIG_IGN)
  // Swift's runtime would answer SIGQUIT with a crash report and wait for a key.
  let isBlocked = attune_block_signal(SIGQUIT) == 0
  return attune_forbid_dumps() == 0 && isBlocked
}
