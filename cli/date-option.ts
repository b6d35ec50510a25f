/** A day as an option of a command. */
import { InvalidArgumentError } from 'commander';
import { isLocalDate } from '../core/time.ts';

export function dateOf(value: string): string {
  if (!isLocalDate(value)) throw new InvalidArgumentError('YYYY-MM-DD');
  return value;
}
