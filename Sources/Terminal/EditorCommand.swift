import Console

/// What is run to edit a text: `$VISUAL`, else `$EDITOR`, cut into words as a shell would; else vi, or nano where there is
/// no vi. An editor that is known is told to keep nothing outside the folder of its file.
package struct EditorCommand: Hashable, Sendable {
  /// What is tried in turn: the first that there is.
  package let choices: [[String]]

  package init(visual: String?, editor: String?) {
    let words = [visual, editor].compactMap { $0.map(shellWords) }.first { !$0.isEmpty }
    choices = words.map { [$0] } ?? [["vi"], ["nano"]]
  }

  /// The words of a choice with what the editor is told besides, and the file. `realName` is the name of the program's
  /// own file, which says what a `vi` is.
  package static func call(_ words: [String], realName: String, path: String) -> [String] {
    let name = fileName(words.first ?? "")
    // What begins with a hyphen would be an option.
    return words + options(of: name, realName: realName) + [path.hasPrefix("-") ? "./" + path : path]
  }

  static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private static func options(of name: String, realName: String) -> [String] {
    if isVim(name, realName) {
      // A window of its own would be left alone at once, and the file taken before anything is written.
      let waits = name.hasPrefix("g") || realName.hasPrefix("g") ? ["-f"] : []
      return waits + vim
    }
    switch name {
    case "nano": return nano
    case "emacs": return emacs
    case "micro": return micro
    default: return []
    }
  }

  /// Other programs are called vi, too, and know none of vim's options.
  private static func isVim(_ name: String, _ realName: String) -> Bool {
    let vims = ["vi", "vim", "view", "nvim", "gvim", "gview", "rvim", "rview"]
    let others = ["busybox", "toybox", "nvi", "bsdvi", "ex-vi", "elvis", "vile", "levee", "stevie", "neatvi"]
    return realName.contains("vim") || vims.contains(name) && !others.contains(realName)
  }

  /// No swap file and no viminfo; and after the person's own settings are read, no backup and no lasting undo, which many
  /// keep in a folder at home.
  private static let vim = [
    "-n", "-i", "NONE", "-c", "silent! set nobackup nowritebackup", "-c", "silent! set noundofile",
  ]
  /// Its settings, left aside, are what makes it keep backups, searches and places.
  private static let nano = ["-I"]
  /// Backups and what it saves by itself would lie where the person's settings say.
  private static let emacs = ["--eval", "(setq make-backup-files nil auto-save-file-name-transforms nil)"]
  private static let micro = ["-backup", "false", "-saveundo", "false", "-savehistory", "false"]
}
