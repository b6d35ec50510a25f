/** Something on the command line or in a file is wrong: told in a sentence, exit code 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
