import { modulo, readNumber, type Element, type Group, type Powers } from './group';
import { record } from './reading';
import { asNumber, sha256 } from './sha256';
import type { Scalars } from './scalars';

/** Answer to a challenge that the hash of the commitments sets (Schnorr's proof, without a partner to talk to). */
export interface Proof {
  challenge: bigint;
  response: bigint;
}

export interface WrittenProof {
  challenge: string;
  response: string;
}

export function hashToScalar(text: string, order: bigint): bigint {
  return asNumber(sha256(text)) % order;
}

export function writeProof(proof: Proof): WrittenProof {
  return { challenge: proof.challenge.toString(), response: proof.response.toString() };
}

/** @throws Malformed */
export function readProof(written: unknown, order: bigint): Proof {
  const { challenge, response } = record(written, 'challenge', 'response');
  return { challenge: readNumber(challenge, order), response: readNumber(response, order) };
}

/** Proves to know the exponent of an element. */
export function prove(group: Group, secret: bigint, context: string, scalars: Scalars, generator?: Powers): Proof {
  const drawn = scalars.next();
  const commitment = generator ? generator.of(drawn) : group.power(group.generator, drawn);
  const challenge = hashToScalar(`${context}${group.print(commitment)}`, group.order);
  return { challenge, response: modulo(drawn - secret * challenge, group.order) };
}

export function proves(group: Group, known: Element, context: string, proof: Proof, generator?: Powers): boolean {
  const own = generator ? generator.of(proof.response) : group.power(group.generator, proof.response);
  const commitment = group.multiply(own, group.power(known, proof.challenge));
  return hashToScalar(`${context}${group.print(commitment)}`, group.order) === proof.challenge;
}
