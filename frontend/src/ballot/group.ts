/**
 * What a group of prime order offers in which ballots are encrypted. Everything else computes by this interface alone, so that another group
 * can take the place of the first.
 */

declare const inGroup: unique symbol;

/** An element. What it is inside is the business of its group. */
export interface Element {
  readonly [inGroup]: true;
}

/** Powers of one element, for many exponents. */
export interface Powers {
  of(exponent: bigint): Element;
}

/** A text that is not what the format says. */
export class Malformed extends Error {}

export interface Group {
  /** As the format calls it. */
  readonly name: string;
  /** Prime. Exponents are counted by it. */
  readonly order: bigint;
  readonly generator: Element;
  readonly one: Element;
  multiply(a: Element, b: Element): Element;
  invert(a: Element): Element;
  equal(a: Element, b: Element): boolean;
  power(base: Element, exponent: bigint): Element;
  /** The same base to several exponents, for less than each by itself. An exponent may be the order itself. */
  powers(base: Element, exponents: readonly bigint[]): Element[];
  /** @param width the wider, the dearer to prepare and the cheaper to use: 5 for one ballot, 8 for many */
  table(base: Element, width: number): Powers;
  /** Whether something of the right size lies in the group. */
  contains(candidate: Element): boolean;
  print(element: Element): string;
  /**
   * Reads what {@link print} writes and nothing else. Whether it lies in the group is asked by {@link contains}.
   *
   * @throws Malformed
   */
  read(text: string): Element;
}

/** The remainder that is not negative. */
export function modulo(a: bigint, n: bigint): bigint {
  const rest = a % n;
  return rest < 0n ? rest + n : rest;
}

export function inverse(a: bigint, n: bigint): bigint {
  let [r, next] = [modulo(a, n), n];
  let [s, later] = [1n, 0n];
  while (next !== 0n) {
    const q = r / next;
    [r, next] = [next, r - q * next];
    [s, later] = [later, s - q * later];
  }
  if (r !== 1n) {
    throw new Error('without inverse');
  }
  return modulo(s, n);
}

/**
 * A number in decimal digits, without sign and leading zeros.
 *
 * @throws Malformed
 */
export function readNumber(text: unknown, below: bigint): bigint {
  if (typeof text !== 'string' || text.length > 1_000 || !/^(0|[1-9][0-9]*)$/.test(text)) {
    throw new Malformed('not a number in decimal digits');
  }
  const number = BigInt(text);
  if (number >= below) {
    throw new Malformed('a number that is too large');
  }
  return number;
}
