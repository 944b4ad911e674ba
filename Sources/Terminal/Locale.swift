import CPlatform
import Glibc

/// Sets a locale in which characters are UTF-8, the person's own if it is one. False if the system has none.
///
/// Without it libedit drops every character that is not ASCII. Only the character type is set; numbers stay as they are.
@discardableResult package func ensureUTF8Locale() -> Bool {
  for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
    if attune_codeset_is_utf8() != 0 { return true }
  }
  return false
}
