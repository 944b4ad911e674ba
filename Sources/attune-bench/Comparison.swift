/// One figure of ours and, where there is a peer, what it took the same thing.
package struct Comparison: Hashable, Sendable {
  package enum Unit: Hashable, Sendable { case milliseconds, microseconds, megabytes, perSecond }

  /// What the design allows.
  package enum Budget: Hashable, Sendable {
    /// So many times what the peer takes.
    case ratio(Double)
    case amount(Double)
  }

  package enum Verdict: String, Hashable, Sendable { case within, missed }

  package let what: String
  package let unit: Unit
  package let own: Sample
  package let peer: Peer?
  package let budget: Budget?

  package struct Peer: Hashable, Sendable {
    package let name: String
    package let sample: Sample

    package init(_ name: String, _ sample: Sample) {
      self.name = name
      self.sample = sample
    }
  }

  package init(_ what: String, in unit: Unit, _ own: Sample, beside peer: Peer? = nil, budget: Budget? = nil) {
    self.what = what
    self.unit = unit
    self.own = own
    self.peer = peer
    self.budget = budget
  }

  /// How many times the peer's median ours is.
  package var ratio: Double? { peer.map { own.median / $0.sample.median } }

  package var verdict: Verdict? {
    switch budget {
    case nil: nil
    case .ratio(let most): ratio.map { $0 <= most ? .within : .missed }
    case .amount(let most): own.median <= most ? .within : .missed
    }
  }
}
