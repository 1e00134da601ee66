import type { Element, Group } from './group';
import { record, text } from './reading';

/** An encrypted number (ElGamal, in the exponent): alpha = g^r, beta = y^r g^m. */
export interface Ciphertext {
  alpha: Element;
  beta: Element;
}

export interface WrittenCiphertext {
  alpha: string;
  beta: string;
}

export function writeCiphertext(group: Group, { alpha, beta }: Ciphertext): WrittenCiphertext {
  return { alpha: group.print(alpha), beta: group.print(beta) };
}

/** @throws Malformed */
export function readCiphertext(group: Group, written: unknown): Ciphertext {
  const { alpha, beta } = record(written, 'alpha', 'beta');
  return { alpha: group.read(text(alpha)), beta: group.read(text(beta)) };
}

/** Encrypts the sum. */
export function combined(group: Group, all: readonly Ciphertext[]): Ciphertext {
  return all.reduce(
    (sum, it) => ({ alpha: group.multiply(sum.alpha, it.alpha), beta: group.multiply(sum.beta, it.beta) }),
    { alpha: group.one, beta: group.one },
  );
}

export function printCiphertext(group: Group, { alpha, beta }: Ciphertext): string {
  return `${group.print(alpha)},${group.print(beta)}`;
}
