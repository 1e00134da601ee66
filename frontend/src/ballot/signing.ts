import type { Element, Group } from './group';
import { prove, proves, readProof, writeProof, type Proof, type WrittenProof } from './proofs';
import { list, record, text } from './reading';
import type { Scalars } from './scalars';

/** A text and the signature of whoever knows the exponent of a key. */
export interface Signed {
  message: string;
  signature: Proof;
}

export interface WrittenSigned {
  message: string;
  signature: WrittenProof;
}

export function signature(group: Group, secret: bigint, message: string, scalars: Scalars): Proof {
  return prove(group, secret, `sigmsg|${message}|`, scalars);
}

export function isSignedBy(group: Group, key: Element, message: string, proof: Proof): boolean {
  return proves(group, key, `sigmsg|${message}|`, proof);
}

export function signed(group: Group, secret: bigint, message: string, scalars: Scalars): WrittenSigned {
  return { message, signature: writeProof(signature(group, secret, message, scalars)) };
}

/** @throws Malformed */
export function readSigned(group: Group, written: unknown): Signed {
  const fields = record(written, 'message', 'signature');
  return { message: text(fields['message']), signature: readProof(fields['signature'], group.order) };
}

/** @throws Malformed */
export function elements(group: Group, written: unknown, length?: number): Element[] {
  return list(written, length).map((it) => group.read(text(it)));
}
