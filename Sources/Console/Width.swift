/// The columns that `text` takes on a screen.
package func displayWidth(_ text: String) -> Int { text.count }
