import { modulo, inverse, Malformed, type Element, type Group } from './group';
import { prove, proves, readProof, writeProof, type Proof, type WrittenProof } from './proofs';
import { count, list, parsed, record, text } from './reading';
import type { Scalars } from './scalars';
import { elements, isSignedBy, readSigned, signature, signed, type Signed, type WrittenSigned } from './signing';

/** A key of which its holder has proved to know the exponent. */
export interface TrusteeKey {
  key: Element;
  pok: Proof;
  /** By the key itself, over the key; releases of belenios-tool from 2.5.1 on ask for it where a threshold is used. */
  signature?: Proof;
}

export interface WrittenKey {
  pok: WrittenProof;
  public_key: string;
  signature?: WrittenProof;
  name?: string;
}

/** Trustees of whom some are enough (Pedersen 1991). */
export interface ThresholdGroup {
  threshold: number;
  certificates: (Signed & { verification: Element; encryption: Element; written: WrittenSigned })[];
  commitments: (Signed & { coefficients: Element[] })[];
  signatures: Proof[] | null;
  keys: TrusteeKey[];
}

export type TrusteeItem = { kind: 'single'; key: TrusteeKey } | ({ kind: 'threshold' } & ThresholdGroup);

export interface WrittenThresholdGroup {
  threshold: number;
  certs: WrittenSigned[];
  coefexps: WrittenSigned[];
  signatures?: WrittenProof[];
  verification_keys: WrittenKey[];
}

/** Which check the trustees did not pass; null if they passed all. */
export type TrusteesFault =
  | 'group'
  | 'knowledge'
  | 'key-signature'
  | 'certificate'
  | 'commitments'
  | 'threshold'
  | 'mixed'
  | 'seen'
  | 'share'
  | 'same-key'
  | null;

/** A key with its proof. */
export function trusteeKey(group: Group, secret: bigint, scalars: Scalars, forThreshold: boolean): WrittenKey {
  const key = group.print(group.power(group.generator, secret));
  const pok = writeProof(prove(group, secret, `pok|${group.name}|${key}|`, scalars));
  return forThreshold
    ? { pok, public_key: key, signature: writeProof(signature(group, secret, key, scalars)) }
    : { pok, public_key: key };
}

export interface CertificateContext {
  group: string;
  size: number;
  threshold: number;
  index: number;
}

/** Announces the keys by which a trustee signs and receives in the ceremony. */
export function certificate(
  group: Group,
  context: Omit<CertificateContext, 'group'>,
  signing: bigint,
  encryption: bigint,
  scalars: Scalars,
): WrittenSigned {
  const message = JSON.stringify({
    context: { group: group.name, size: context.size, threshold: context.threshold, index: context.index },
    verification: group.print(group.power(group.generator, signing)),
    encryption: group.print(group.power(group.generator, encryption)),
  });
  return signed(group, signing, message, scalars);
}

/** Commits a trustee to its polynomial. */
export function commitmentsMessage(group: Group, polynomial: readonly bigint[]): string {
  return JSON.stringify({ coefexps: polynomial.map((it) => group.print(group.power(group.generator, it))) });
}

/** What a trustee signs once everybody's certificate is known: that all have seen the same. */
export function certificatesMessage(certs: readonly WrittenSigned[], coefexps: readonly string[]): string {
  return `certs_sig|${JSON.stringify({ certs, coefexps })}`;
}

/** Value of a polynomial, whose constant comes first. */
export function valueAt(polynomial: readonly bigint[], at: number, order: bigint): bigint {
  return polynomial.reduceRight((value, coefficient) => modulo(value * BigInt(at) + coefficient, order), 0n);
}

/** The same in the exponent: what the share of a trustee must be, from commitments alone. */
export function committedValue(group: Group, coefficients: readonly Element[], at: number): Element {
  return coefficients.reduceRight(
    (value, coefficient) => group.multiply(group.power(value, BigInt(at)), coefficient),
    group.one,
  );
}

/** @throws Malformed */
export function readKey(group: Group, written: unknown): TrusteeKey {
  const fields = record(written, 'pok', 'public_key', 'signature?', 'name?');
  if ('name' in fields) {
    text(fields['name']);
  }
  const key: TrusteeKey = { key: group.read(text(fields['public_key'])), pok: readProof(fields['pok'], group.order) };
  return 'signature' in fields ? { ...key, signature: readProof(fields['signature'], group.order) } : key;
}

/** @throws Malformed */
export function readTrustees(group: Group, raw: string): TrusteeItem[] {
  return list(parsed(raw)).map((item): TrusteeItem => {
    const [kind, content] = list(item, 2);
    if (kind === 'Single') {
      return { kind: 'single', key: readKey(group, content) };
    }
    if (kind === 'Pedersen') {
      return { kind: 'threshold', ...readThresholdGroup(group, content) };
    }
    throw new Malformed('trustees of an unknown kind');
  });
}

function readThresholdGroup(group: Group, written: unknown): ThresholdGroup {
  const fields = record(written, 'threshold', 'certs', 'coefexps', 'signatures?', 'verification_keys');
  const threshold = count(fields['threshold']);
  const certificates = list(fields['certs']).map((it) => readCertificate(group, it));
  const size = certificates.length;
  if (threshold < 1 || threshold > size) {
    throw new Malformed('a threshold that cannot be');
  }
  return {
    threshold,
    certificates,
    commitments: list(fields['coefexps'], size).map((it) => readCommitments(group, it)),
    signatures:
      'signatures' in fields ? list(fields['signatures'], size).map((it) => readProof(it, group.order)) : null,
    keys: list(fields['verification_keys'], size).map((it) => readKey(group, it)),
  };
}

/** @throws Malformed */
export function readCertificate(group: Group, written: unknown): ThresholdGroup['certificates'][number] {
  const read = readSigned(group, written);
  const fields = record(parsed(read.message), 'context?', 'verification', 'encryption');
  return {
    ...read,
    written: written as WrittenSigned,
    verification: group.read(text(fields['verification'])),
    encryption: group.read(text(fields['encryption'])),
  };
}

/** @throws Malformed */
export function readCommitments(group: Group, written: unknown): ThresholdGroup['commitments'][number] {
  const read = readSigned(group, written);
  return { ...read, coefficients: elements(group, record(parsed(read.message), 'coefexps')['coefexps']) };
}

/**
 * @param index from 1
 * @throws Malformed if it is of another ceremony or place
 */
export function checkCertificate(
  group: Group,
  cert: ThresholdGroup['certificates'][number],
  context: Omit<CertificateContext, 'group'>,
): TrusteesFault {
  const { message, verification, encryption } = cert;
  if (!group.contains(verification) || !group.contains(encryption)) {
    return 'group';
  }
  if (!isSignedBy(group, verification, message, cert.signature)) {
    return 'certificate';
  }
  const told = (parsed(message) as { context?: unknown }).context;
  if (told === undefined) {
    return null; // as releases before 2.5.1 write it
  }
  const expected = JSON.stringify({ group: group.name, size: context.size, threshold: context.threshold, index: context.index });
  if (JSON.stringify(told) !== expected) {
    throw new Malformed('a certificate of another ceremony or place');
  }
  return null;
}

export function checkCommitments(
  group: Group,
  cert: ThresholdGroup['certificates'][number],
  commitments: ThresholdGroup['commitments'][number],
  threshold: number,
): TrusteesFault {
  if (commitments.coefficients.length !== threshold) {
    return 'threshold';
  }
  if (!commitments.coefficients.every((it) => group.contains(it))) {
    return 'group';
  }
  return isSignedBy(group, cert.verification, commitments.message, commitments.signature) ? null : 'commitments';
}

function checkKey(group: Group, { key, pok, signature: own }: TrusteeKey): TrusteesFault {
  if (!group.contains(key)) {
    return 'group';
  }
  const printed = group.print(key);
  if (!proves(group, key, `pok|${group.name}|${printed}|`, pok)) {
    return 'knowledge';
  }
  return own === undefined || isSignedBy(group, key, printed, own) ? null : 'key-signature';
}

function checkThresholdGroup(group: Group, item: ThresholdGroup): TrusteesFault {
  const { threshold, certificates, commitments, signatures, keys } = item;
  const recent = signatures !== null;
  const hasContext = (it: Signed): boolean => it.message.startsWith('{"context":');
  if (!certificates.every((it) => hasContext(it) === recent) || !keys.every((it) => (it.signature !== undefined) === recent)) {
    return 'mixed'; // of what releases before and after 2.5.1 write
  }
  const written = certificates.map((it) => it.written);
  for (const [i, cert] of certificates.entries()) {
    const fault =
      checkCertificate(group, cert, { size: certificates.length, threshold, index: i + 1 }) ??
      checkCommitments(group, cert, commitments[i]!, threshold);
    if (fault !== null) {
      return fault;
    }
    const message = certificatesMessage(written, commitments[i]!.coefficients.map((it) => group.print(it)));
    if (signatures !== null && !isSignedBy(group, cert.verification, message, signatures[i]!)) {
      return 'seen';
    }
  }
  const total = totalCommitments(group, commitments);
  for (const [i, key] of keys.entries()) {
    const fault = checkKey(group, key);
    if (fault !== null) {
      return fault;
    }
    if (!group.equal(committedValue(group, total, i + 1), key.key)) {
      return 'share';
    }
  }
  return null;
}

/** Commitments to the sum of all polynomials. */
export function totalCommitments(group: Group, commitments: readonly { coefficients: Element[] }[]): Element[] {
  return commitments
    .map((it) => it.coefficients)
    .reduce((total, own) => total.map((it, k) => group.multiply(it, own[k]!)));
}

export function checkTrustees(group: Group, items: readonly TrusteeItem[]): TrusteesFault {
  for (const item of items) {
    const fault = item.kind === 'single' ? checkKey(group, item.key) : checkThresholdGroup(group, item);
    if (fault !== null) {
      return fault;
    }
  }
  const keys = flattened(items).map((it) => group.print(it.key));
  return new Set(keys).size === keys.length ? null : 'same-key';
}

/** All keys in the order in which the owners of partial decryptions are counted. */
export function flattened(items: readonly TrusteeItem[]): TrusteeKey[] {
  return items.flatMap((it) => (it.kind === 'single' ? [it.key] : it.keys));
}

/** The key under which ballots are encrypted. */
export function electionKey(group: Group, items: readonly TrusteeItem[]): Element {
  return items
    .map((it) => (it.kind === 'single' ? it.key.key : totalCommitments(group, it.commitments)[0]!))
    .reduce((product, it) => group.multiply(product, it), group.one);
}

/** By what the factor of each trustee is weighed when those with these numbers (from 1) decrypt together. */
export function weights(order: bigint, indexes: readonly number[]): bigint[] {
  return indexes.map((own) =>
    indexes
      .filter((it) => it !== own)
      .reduce(
        (weight, other) => modulo(weight * BigInt(other) * inverse(BigInt(other - own), order), order),
        1n,
      ),
  );
}
