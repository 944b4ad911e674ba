// Feeds one target with what libFuzzer makes up, or with the files that are named:
//
//   attune-fuzz TARGET [libFuzzer's options and folders, or files]
//
// libFuzzer is linked only by `make fuzz`, which gives FUZZING; elsewhere the files alone are read.
import FoundationEssentials
import Glibc

#if FUZZING
  @_silgen_name("LLVMFuzzerRunDriver")
  func runLibFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32

  _ = Feeding.target
  // The target's name is no option of libFuzzer.
  var count = CommandLine.argc - 1
  var words = CommandLine.unsafeArgv
  for index in 1...Int(count) { words[index] = words[index + 1] }
  exit(
    runLibFuzzer(&count, &words) { start, length in
      Feeding.feed(Array(UnsafeBufferPointer(start: start, count: length)))
      return 0
    })
#else
  for path in CommandLine.arguments.dropFirst(2) { Feeding.feed(try Array(Data(contentsOf: URL(filePath: path)))) }
#endif
