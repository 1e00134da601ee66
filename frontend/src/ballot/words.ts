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
