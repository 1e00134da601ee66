import { sha256 } from './sha256';

/** How many words a list has: one for each value of a byte. */
export const WORDS = 256;

/**
 * A tracker in four words, easier to compare by eye and voice than 43 letters: one for each of the first bytes of its hash.
 *
 * @param list words in the reader's language
 */
export function fourWords(tracker: string, list: readonly string[]): string[] {
  return list.length === WORDS ? [...sha256(tracker).subarray(0, 4)].map((byte) => list[byte]!) : [];
}

/** In groups of four letters. */
export function grouped(tracker: string): string[] {
  return tracker.match(/.{1,4}/g) ?? [];
}

/** Of so many digits nobody makes two that are alike. Fewer are not worth comparing. */
export const COMPARED_DIGITS = 32;

/** As much of a hash in hexadecimal digits as is compared by eye, as display and minutes show it. */
export function shortHash(hash: string): string {
  return grouped(hash.slice(0, COMPARED_DIGITS)).join(' ');
}

/** Whether somebody's digits are the beginning of one of these hashes; null if they are too few to say so. */
export function isOneOf(typed: string, hashes: readonly string[]): boolean | null {
  const digits = typed.replace(/\s/g, '').toLowerCase();
  return digits.length < COMPARED_DIGITS ? null : hashes.some((it) => it.startsWith(digits));
}
