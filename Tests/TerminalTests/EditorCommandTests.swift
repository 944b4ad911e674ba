import Console
import Terminal
import Testing

/// Which editor is run, and with what.
@Suite struct EditorCommands {
  @Test(
    arguments: [
      ("emacs -nw", "nano", [["emacs", "-nw"]]), (nil, "nano", [["nano"]]), ("", "nano", [["nano"]]),
      ("  ", "code --wait", [["code", "--wait"]]), (nil, nil, [["vi"], ["nano"]]), ("", " ", [["vi"], ["nano"]]),
      ("'/opt/my editor/ed' \"a b\" c\\ d", nil, [["/opt/my editor/ed", "a b", "c d"]]),
      ("sh -c 'vim \"$@\"' -", nil, [["sh", "-c", "vim \"$@\"", "-"]]),
    ] as [(String?, String?, [[String]])])
  func `VISUAL comes before EDITOR, and vi where neither says anything`(
    visual: String?, editor: String?, choices: [[String]]
  ) {
    #expect(EditorCommand(visual: visual, editor: editor).choices == choices)
  }

  private static let vim = [
    "-n", "-i", "NONE", "-c", "silent! set nobackup nowritebackup", "-c", "silent! set noundofile",
  ]

  @Test(
    arguments: [
      (["vi"], "vim.basic", ["vi"] + vim), (["vi"], "vi", ["vi"] + vim),
      (
        ["/usr/bin/nvim", "-R"], "nvim",
        ["/usr/bin/nvim", "-R"] + vim
      ),
      (["gvim"], "vim.gtk3", ["gvim", "-f"] + vim), (["vi"], "busybox", ["vi"]), (["vi"], "nvi", ["vi"]),
      (["ed"], "ed", ["ed"]), (["nano", "-w"], "nano", ["nano", "-w", "-I"]),
      (["code", "--wait"], "code", ["code", "--wait"]),
      (["emacsclient"], "emacsclient.emacs", ["emacsclient"]),
      (
        ["emacs", "-nw"], "emacs-nox",
        ["emacs", "-nw", "--eval", "(setq make-backup-files nil auto-save-file-name-transforms nil)"]
      ),
    ] as [([String], String, [String])])
  func `An editor that is known is told to keep nothing elsewhere`(
    words: [String], realName: String, call: [String]
  ) {
    #expect(EditorCommand.call(words, realName: realName, path: "/p/answer.txt") == call + ["/p/answer.txt"])
  }

  @Test func `A file whose path begins with a hyphen is no option`() {
    #expect(EditorCommand.call(["ed"], realName: "ed", path: "-p/answer.txt") == ["ed", "./-p/answer.txt"])
  }
}
