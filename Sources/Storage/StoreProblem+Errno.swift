import Documents
import Glibc

extension StoreProblem {
  /// What a failed call means for the file at `path`.
  package init(errno code: Int32, path: String) {
    self =
      switch code {
      case ENOSPC, EDQUOT: .noSpace(path: path)
      case EROFS: .readOnly(path: path)
      case EACCES, EPERM: .notPermitted(path: path)
      case ELOOP, ENOTDIR, EISDIR: .notPlain(path: path)
      default: .failed(path: path, errno: code)
      }
  }
}

/// The `errno` of a file that is there already.
let alreadyThere = EEXIST

/// The `errno` of bytes that may not be written.
let invalid = EINVAL
