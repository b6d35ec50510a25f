/** What a PDF draws: pieces of text at places. Units are points, 1/72 inch; y grows upwards. */

export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that letters stand on. */
  readonly base: number;
  /** The size of the letters. */
  readonly size: number;
}

/** Pieces on one line, from left to right, with what stands between them. */
export interface PdfLine {
  readonly text: string;
  /** A space stands behind its last letter: the next line begins with another word. */
  readonly isSpaced: boolean;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}
