import { modulo, type Element } from './group';
import type { Ciphertext } from './ciphertext';
import type { Workshop } from './election';
import { hashToScalar, type Proof } from './proofs';
import type { Scalars } from './scalars';

/**
 * Proofs that one of several claims about ciphertexts is true, without saying which (Cramer, Damgård, Schoenmakers 1994). A claim says that a
 * ciphertext encrypts a certain number.
 */

/** What the prover knows of a claim: the ciphertext's exponent and number, and the number that is claimed. */
export interface Claim {
  exponent: bigint;
  number: bigint;
  claimed: bigint;
}

/**
 * Draws for each false claim a challenge and a response, in order of the claims, and then for the true one the exponent of its commitment.
 *
 * @param context what is hashed before the commitments
 */
export function proveOneOf(workshop: Workshop, context: string, claims: readonly Claim[], scalars: Scalars): Proof[] {
  const { group } = workshop;
  const truth = claims.findIndex((it) => it.number === it.claimed);
  if (truth < 0) {
    throw new Error('no claim is true');
  }
  const proofs = claims.map((_, i) =>
    i === truth ? { challenge: 0n, response: 0n } : { challenge: scalars.next(), response: scalars.next() },
  );
  const drawn = scalars.next();
  const commitments = claims.map(({ exponent, number, claimed }, i): Commitments => {
    const { challenge, response } = proofs[i]!;
    const both = i === truth ? drawn : response + exponent * challenge;
    const hidden = i === truth ? group.one : workshop.g((number - claimed) * challenge);
    return { a: workshop.g(both), b: group.multiply(workshop.y(both), hidden) };
  });
  const others = proofs.reduce((sum, it) => sum + it.challenge, 0n);
  const challenge = modulo(hashToScalar(context + printCommitments(workshop, commitments), group.order) - others, group.order);
  proofs[truth] = { challenge, response: modulo(drawn - claims[truth]!.exponent * challenge, group.order) };
  return proofs;
}

export interface Commitments {
  a: Element;
  b: Element;
}

/** What a verifier sees of a claim. */
export interface Answer {
  claimed: bigint;
  proof: Proof;
}

/**
 * The commitments that fit the answers about one ciphertext.
 *
 * @param strange whether it is still to be found out that the ciphertext lies in the group at all
 * @return null if it does not
 */
export function recomputed(
  workshop: Workshop,
  { alpha, beta }: Ciphertext,
  answers: readonly Answer[],
  strange: boolean,
): Commitments[] | null {
  const { group } = workshop;
  const exponents = answers.map((it) => it.proof.challenge);
  if (strange) {
    exponents.push(group.order); // nearly for nothing beside the others
  }
  const alphas = group.powers(alpha, exponents);
  const betas = group.powers(beta, exponents);
  if (strange && !(isOne(workshop, alphas.pop()!) && isOne(workshop, betas.pop()!))) {
    return null;
  }
  return answers.map(({ claimed, proof }, i) => ({
    a: group.multiply(workshop.g(proof.response), alphas[i]!),
    b: group.multiply(group.multiply(workshop.y(proof.response), workshop.g(-claimed * proof.challenge)), betas[i]!),
  }));
}

function isOne({ group }: Workshop, element: Element): boolean {
  return group.equal(element, group.one);
}

/** Whether the challenges add up to the hash. */
export function oneIsTrue(
  workshop: Workshop,
  context: string,
  proofs: readonly Proof[],
  commitments: readonly Commitments[],
): boolean {
  const sum = proofs.reduce((all, it) => all + it.challenge, 0n);
  const { order } = workshop.group;
  return hashToScalar(context + printCommitments(workshop, commitments), order) === sum % order;
}

function printCommitments({ group }: Workshop, commitments: readonly Commitments[]): string {
  return commitments.map(({ a, b }) => `${group.print(a)},${group.print(b)}`).join(',');
}
