import { asNumber, hex, sha256 } from './sha256';

/** Where exponents come from that nobody can guess. */
export interface Scalars {
  next(): bigint;
}

/** More bits than the order has are drawn, so that the remainder favours no number. */
const SURPLUS_BYTES = 16;

/** From the browser's own source. */
export function randomScalars(order: bigint): Scalars {
  const bytes = Math.ceil(order.toString(2).length / 8) + SURPLUS_BYTES;
  return { next: () => asNumber(crypto.getRandomValues(new Uint8Array(bytes))) % order };
}

export const SEED_BYTES = 32;

export function newSeed(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(SEED_BYTES));
}

/**
 * All from one seed: whoever learns it can make the same again. Number i (from 0) is SHA-256 of `ratssaal-scalar-1|SEED|i|0` followed by that
 * of `ratssaal-scalar-1|SEED|i|1`, as a number of 512 bits, modulo the order; SEED in hexadecimal digits.
 */
export function seededScalars(seed: Uint8Array, order: bigint): Scalars {
  if (seed.length !== SEED_BYTES) {
    throw new Error(`a seed has ${SEED_BYTES} bytes`);
  }
  const beginning = `ratssaal-scalar-1|${hex(seed)}|`;
  let drawn = 0;
  return {
    next() {
      const high = asNumber(sha256(`${beginning}${drawn}|0`));
      const low = asNumber(sha256(`${beginning}${drawn}|1`));
      drawn++;
      return ((high << 256n) | low) % order;
    },
  };
}
