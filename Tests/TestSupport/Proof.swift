import Glibc

/// How much is tried: `make test` tries enough to find what breaks, `make proof` all that is promised.
package enum Proof {
  package static let isWhole = getenv("ATTUNE_PROOF") != nil

  package static func count(_ usual: Int, whole: Int) -> Int { isWhole ? whole : usual }
}
