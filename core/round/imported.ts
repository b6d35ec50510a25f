/** The file that a round was made of, as it was handed in. */
export interface ImportedFile {
  readonly name: string;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
}
