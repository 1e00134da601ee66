import { readNumber, Malformed, type Element, type Group } from './group';
import { list, parsed, text } from './reading';
import { asNumber } from './sha256';

/**
 * What entitles to one ballot: a secret exponent, which the voter keeps, and the power of it, which is on the public list. As a code of
 * letters and digits it can be used with belenios-tool as well.
 */

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const LETTERS = 14;
const CHECK = 53;
const ITERATIONS = 1_000;

function checkLetter(letters: string): string {
  const value = [...letters].reduce((sum, it) => sum * 58n + BigInt(ALPHABET.indexOf(it)), 0n);
  return ALPHABET[CHECK - Number(value % BigInt(CHECK))]!;
}

/** Letters that are all equally likely. */
function drawLetters(many: number): string {
  let drawn = '';
  while (drawn.length < many) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0]!;
    if (byte < 232) {
      drawn += ALPHABET[byte % 58]; // 232 = 4 · 58
    }
  }
  return drawn;
}

/** A new code, such as `XXX-XXX-XXX-XXX-XXX`. */
export function newCode(): string {
  const letters = drawLetters(LETTERS);
  return (letters + checkLetter(letters)).match(/.{3}/g)!.join('-');
}

/** Whether it can be a code; a mistyped letter is found. */
export function isCode(code: string): boolean {
  const letters = code.replaceAll('-', '');
  return (
    /^(?:[1-9A-HJ-NP-Za-km-z]{3}-){4}[1-9A-HJ-NP-Za-km-z]{3}$/.test(code) && checkLetter(letters.slice(0, LETTERS)) === letters[LETTERS]
  );
}

/** The secret exponent of a code in one election. */
export async function secretOf(code: string, uuid: string, group: Group): Promise<bigint> {
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', bytes.encode(code), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytes.encode(uuid), iterations: ITERATIONS },
    key,
    256,
  );
  return asNumber(new Uint8Array(bits)) % group.order;
}

/** A name for an election: letters that nobody mistakes for others. */
export function newUuid(): string {
  return drawLetters(22);
}

export interface RegisteredCredential {
  key: Element;
  weight: bigint;
}

/** The public list. It is sorted, so that the place tells nothing of whose it is. */
export function writeCredentials(group: Group, keys: readonly Element[]): string {
  return JSON.stringify(keys.map((it) => group.print(it)).sort());
}

const HEAVIEST = 1n << 30n;

/**
 * @return by the written key, in order of the list
 * @throws Malformed
 */
export function readCredentials(group: Group, raw: string): Map<string, RegisteredCredential> {
  const found = new Map<string, RegisteredCredential>();
  for (const entry of list(parsed(raw))) {
    const [written, weight, ...more] = text(entry).split(',');
    if (more.length > 0 || found.has(written!)) {
      throw new Malformed('a credential twice, or with more than a weight');
    }
    const credential = { key: group.read(written!), weight: weight === undefined ? 1n : readNumber(weight, HEAVIEST) };
    if (credential.weight === 0n) {
      throw new Malformed('a weight that cannot be');
    }
    found.set(written!, credential);
  }
  return found;
}

/**
 * The place of the first, from 1, whose vote weighs more than others; 0 if all are equal. The definition of an election says nothing of weights, so
 * nobody would see that a server has given itself a heavy vote: where voters are equal none may be.
 */
export function heavier(credentials: ReadonlyMap<string, RegisteredCredential>): number {
  return [...credentials.values()].findIndex((it) => it.weight !== 1n) + 1;
}
