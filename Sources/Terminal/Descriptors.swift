import Glibc

/// Writes all of it, however often the system takes only a part. False once nobody is there to read.
@discardableResult func write(_ text: String, to descriptor: Int32) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      } else if errno == EAGAIN {
        wait(for: descriptor, events: POLLOUT)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

/// What one byte of input turned out to be.
enum InputByte: Hashable { case byte(UInt8), end, closed }

/// Reads a single byte, so that what is typed ahead is left for whoever reads next.
func readByte(from descriptor: Int32) -> InputByte {
  var byte: UInt8 = 0
  while true {
    let count = read(descriptor, &byte, 1)
    if count == 1 { return .byte(byte) }
    if count == 0 { return .end }
    if errno == EAGAIN {
      wait(for: descriptor, events: POLLIN)
    } else if errno != EINTR {
      return .closed
    }
  }
}

/// Waits until one of two descriptors has something to read, at most so long; -1 is for ever. Says what each has.
func wait(for first: Int32, _ second: Int32, milliseconds: Int) -> (Int32, Int32) {
  // No array: this stands between a key and its echo.
  var polls = (
    pollfd(fd: first, events: Int16(POLLIN), revents: 0), pollfd(fd: second, events: Int16(POLLIN), revents: 0)
  )
  let count = withUnsafeMutableBytes(of: &polls) {
    poll($0.baseAddress?.assumingMemoryBound(to: pollfd.self), 2, Int32(clamping: milliseconds))
  }
  return count > 0 ? (Int32(polls.0.revents), Int32(polls.1.revents)) : (0, 0)
}

/// Waits for one descriptor, however long.
func wait(for descriptor: Int32, events: Int32) {
  var waited = pollfd(fd: descriptor, events: Int16(events), revents: 0)
  _ = poll(&waited, 1, -1)
}

/// The earlier of two times, of which either may be none.
func earlier(_ one: Int?, _ other: Int?) -> Int? {
  guard let one, let other else { return one ?? other }
  return min(one, other)
}

/// How many bytes can be read at once without waiting.
func bytesWaiting(on descriptor: Int32) -> Int {
  var count: Int32 = 0
  return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
}

/// Columns and rows of the terminal on a descriptor, nil where there is none or it does not say.
func screenSize(of descriptor: Int32) -> (columns: Int, rows: Int)? {
  var size = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
  return (Int(size.ws_col), Int(size.ws_row))
}

/// Milliseconds of a clock that is never set.
func millisecondsNow() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}
