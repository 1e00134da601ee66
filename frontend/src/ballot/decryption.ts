import type { Ballot } from './ballot';
import { combined, printCiphertext, readCiphertext, writeCiphertext, type Ciphertext } from './ciphertext';
import { slots, type Election } from './election';
import { modulo, type Element, type Group } from './group';
import { hashToScalar, readProof, writeProof, type Proof } from './proofs';
import { count, list, parsed, record, text } from './reading';
import type { Scalars } from './scalars';
import { weights, type TrusteeItem } from './trustees';

/** For each question the sums of all slots. */
export type Tally = Ciphertext[][];

/** A ballot that counts, and how much. */
export interface Counted {
  answers: Ballot['answers'];
  weight: bigint;
}

/** The product of what was cast, slot by slot. */
export function tallied(election: Election, ballots: readonly Counted[]): Tally {
  const { group } = election;
  const weighed = ({ alpha, beta }: Ciphertext, weight: bigint): Ciphertext =>
    weight === 1n ? { alpha, beta } : { alpha: group.power(alpha, weight), beta: group.power(beta, weight) };
  return election.questions.map((question, q) =>
    Array.from({ length: slots(question) }, (_, slot) =>
      combined(group, ballots.map((it) => weighed(it.answers[q]!.choices[slot]!, it.weight))),
    ),
  );
}

export function writeTally(group: Group, tally: Tally): string {
  return JSON.stringify(tally.map((it) => it.map((one) => writeCiphertext(group, one))));
}

/** @throws Malformed */
export function readTally({ group, questions }: Election, raw: string): Tally {
  return list(parsed(raw), questions.length).map((it, q) =>
    list(it, slots(questions[q]!)).map((one) => readCiphertext(group, one)),
  );
}

/** What one trustee contributes, and the proofs that it is right. */
export interface PartialDecryption {
  factors: Element[][];
  proofs: Proof[][];
}

/** Beside the archive: proofs whose hash binds ciphertext, factor and place, which the format's own does not. */
export type StrongProofs = Proof[][];

export interface Decrypted {
  partial: string;
  strong: string;
}

function strongContext(election: Election, key: string, q: number, slot: number, ciphertext: Ciphertext, factor: Element): string {
  const { group, fingerprint } = election;
  return `strongdecrypt|${fingerprint}|${key}|${q},${slot}|${printCiphertext(group, ciphertext)}|${group.print(factor)}|`;
}

/** Decrypts with one share. For each slot the exponents of the format's proof and then of the strong one are drawn. */
export function decrypt(election: Election, tally: Tally, share: bigint, scalars: Scalars): Decrypted {
  const { group, fingerprint } = election;
  const key = group.print(group.power(group.generator, share));
  const prove = (context: string, alpha: Element): Proof => {
    const drawn = scalars.next();
    const a = group.power(group.generator, drawn);
    const b = group.power(alpha, drawn);
    const challenge = hashToScalar(`${context}${group.print(a)},${group.print(b)}`, group.order);
    return { challenge, response: modulo(drawn - share * challenge, group.order) };
  };
  const done = tally.map((question, q) =>
    question.map((ciphertext, slot) => {
      const factor = group.power(ciphertext.alpha, share);
      return {
        factor,
        proof: prove(`decrypt|${fingerprint}|${key}|`, ciphertext.alpha),
        strong: prove(strongContext(election, key, q, slot, ciphertext, factor), ciphertext.alpha),
      };
    }),
  );
  return {
    partial: JSON.stringify({
      decryption_factors: done.map((it) => it.map((one) => group.print(one.factor))),
      decryption_proofs: done.map((it) => it.map((one) => writeProof(one.proof))),
    }),
    strong: JSON.stringify(done.map((it) => it.map((one) => writeProof(one.strong)))),
  };
}

/** @throws Malformed */
export function readPartial({ group, questions }: Election, raw: string): PartialDecryption {
  const fields = record(parsed(raw), 'decryption_factors', 'decryption_proofs');
  const factors = list(fields['decryption_factors'], questions.length);
  return {
    factors: factors.map((it, q) => list(it, slots(questions[q]!)).map((one) => group.read(text(one)))),
    proofs: readProofs({ group, questions }, fields['decryption_proofs']),
  };
}

/** @throws Malformed */
export function readStrong(election: Election, raw: string): StrongProofs {
  return readProofs(election, parsed(raw));
}

function readProofs({ group, questions }: Pick<Election, 'group' | 'questions'>, written: unknown): Proof[][] {
  return list(written, questions.length).map((it, q) =>
    list(it, slots(questions[q]!)).map((one) => readProof(one, group.order)),
  );
}

function holds(group: Group, key: Element, alpha: Element, factor: Element, context: string, proof: Proof): boolean {
  const { challenge, response } = proof;
  const a = group.multiply(group.power(group.generator, response), group.power(key, challenge));
  const b = group.multiply(group.power(alpha, response), group.power(factor, challenge));
  return hashToScalar(`${context}${group.print(a)},${group.print(b)}`, group.order) === challenge;
}

/** Whether the proofs of the format hold. */
export function checkPartial(election: Election, tally: Tally, key: Element, partial: PartialDecryption): boolean {
  const { group, fingerprint } = election;
  const context = `decrypt|${fingerprint}|${group.print(key)}|`;
  return tally.every((question, q) =>
    question.every((ciphertext, slot) => {
      const factor = partial.factors[q]![slot]!;
      return group.contains(factor) && holds(group, key, ciphertext.alpha, factor, context, partial.proofs[q]![slot]!);
    }),
  );
}

/** Whether the strong proofs hold. */
export function checkStrong(
  election: Election,
  tally: Tally,
  key: Element,
  { factors }: PartialDecryption,
  strong: StrongProofs,
): boolean {
  const printed = election.group.print(key);
  return tally.every((question, q) =>
    question.every((ciphertext, slot) => {
      const factor = factors[q]![slot]!;
      const context = strongContext(election, printed, q, slot, ciphertext, factor);
      return holds(election.group, key, ciphertext.alpha, factor, context, strong[q]![slot]!);
    }),
  );
}

/** By the number of the trustee, from 1, in the list of all. */
export type Contributions = ReadonlyMap<number, PartialDecryption>;

/** What is missing before the result can be computed: how many more trustees, over all items. */
export function missing(items: readonly TrusteeItem[], owners: Iterable<number>): number {
  const there = new Set(owners);
  let first = 1;
  let lacking = 0;
  for (const item of items) {
    const size = item.kind === 'single' ? 1 : item.keys.length;
    const enough = item.kind === 'single' ? 1 : item.threshold;
    const has = Array.from({ length: size }, (_, i) => first + i).filter((it) => there.has(it)).length;
    lacking += Math.max(0, enough - has);
    first += size;
  }
  return lacking;
}

/**
 * How often each slot was marked.
 *
 * @param most the largest number that can come out
 * @return null if the factors do not lead to numbers of that size
 */
export function combine(
  { group }: Election,
  items: readonly TrusteeItem[],
  tally: Tally,
  contributions: Contributions,
  most: number,
): number[][] | null {
  const logarithm = logarithms(group, most);
  const result = tally.map((question, q) =>
    question.map(({ beta }, slot) => {
      const factor = jointFactor(group, items, contributions, (it) => it.factors[q]![slot]!);
      return logarithm(group.multiply(beta, group.invert(factor)));
    }),
  );
  return result.every((it) => it.every((one) => one !== null)) ? (result as number[][]) : null;
}

function jointFactor(
  group: Group,
  items: readonly TrusteeItem[],
  contributions: Contributions,
  factorOf: (partial: PartialDecryption) => Element,
): Element {
  let first = 1;
  let joint = group.one;
  for (const item of items) {
    const size = item.kind === 'single' ? 1 : item.keys.length;
    const there = Array.from({ length: size }, (_, i) => i + 1).filter((it) => contributions.has(first + it - 1));
    const used = item.kind === 'single' ? there : there.slice(0, item.threshold);
    if (used.length < (item.kind === 'single' ? 1 : item.threshold)) {
      throw new Error('too few trustees have decrypted');
    }
    const begin = first - 1;
    const factor = (index: number): Element => factorOf(contributions.get(begin + index)!);
    joint = group.multiply(joint, item.kind === 'single' ? factor(1) : interpolated(group, used, factor));
    first += size;
  }
  return joint;
}

/**
 * A trustee whose factors do not fit those of the others. The first that are needed open the sum; each one more, put in the place of the last
 * of them, has to open it alike.
 *
 * @return number of the trustee; null if all fit
 */
export function surplus(group: Group, items: readonly TrusteeItem[], tally: Tally, contributions: Contributions): number | null {
  let first = 1;
  for (const item of items) {
    const size = item.kind === 'single' ? 1 : item.keys.length;
    if (item.kind === 'threshold') {
      const there = Array.from({ length: size }, (_, i) => i + 1).filter((it) => contributions.has(first + it - 1));
      const used = there.slice(0, item.threshold);
      const begin = first - 1;
      const joint = (indexes: number[], q: number, slot: number): Element =>
        interpolated(group, indexes, (it) => contributions.get(begin + it)!.factors[q]![slot]!);
      for (const one of there.slice(item.threshold)) {
        const instead = [...used.slice(0, -1), one];
        const same = tally.every((question, q) =>
          question.every((_, slot) => group.equal(joint(used, q, slot), joint(instead, q, slot))),
        );
        if (!same) {
          return begin + one;
        }
      }
    }
    first += size;
  }
  return null;
}

/** The common factor of as many as are needed. */
function interpolated(group: Group, indexes: readonly number[], factorOf: (index: number) => Element): Element {
  const lambda = weights(group.order, indexes);
  return indexes.reduce((joint, index, i) => group.multiply(joint, group.power(factorOf(index), lambda[i]!)), group.one);
}

/** Finds small exponents of the generator by baby steps and giant steps. */
function logarithms(group: Group, most: number): (element: Element) => number | null {
  const step = Math.ceil(Math.sqrt(most + 1));
  const small = new Map<string, number>();
  let power = group.one;
  for (let exponent = 0; exponent < step; exponent++) {
    small.set(group.print(power), exponent);
    power = group.multiply(power, group.generator);
  }
  const back = group.invert(power);
  return (element) => {
    let rest = element;
    for (let giant = 0; giant * step <= most; giant++) {
      const exponent = small.get(group.print(rest));
      if (exponent !== undefined && giant * step + exponent <= most) {
        return giant * step + exponent;
      }
      rest = group.multiply(rest, back);
    }
    return null;
  };
}

export function writeResult(result: readonly (readonly number[])[]): string {
  return JSON.stringify({ result });
}

/** @throws Malformed */
export function readResult({ questions }: Election, raw: string): number[][] {
  return list(record(parsed(raw), 'result')['result'], questions.length).map((it, q) =>
    list(it, slots(questions[q]!)).map(count),
  );
}
