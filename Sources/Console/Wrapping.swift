/// Breaks lines at words so that none is wider than `width` columns; what follows the first line hangs under `hang` blanks.
package func wrapped(_ line: StyledLine, width: Int, hang: Int = 0) -> [StyledLine] { [line] }
