import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CHECKS, verify } from '../verify/verification';
import { ArchiveWriter, readFiles, readHistory } from './archive';
import { checkBallot, createBallot, encryptAnswer, readBallot, signedBallot, tracker, type Marks } from './ballot';
import { BELENIOS_2048 as group } from './belenios-2048';
import { readOpening, trackerOf, writeOpening } from './challenge';
import { heavier, readCredentials, secretOf } from './credentials';
import { combine, decrypt, readPartial, readTally, writeResult } from './decryption';
import { oneIsTrue, proveOneOf, recomputed } from './disjunction';
import { readElection, Workshop } from './election';
import { Malformed, modulo, type Element } from './group';
import { hashToScalar, prove, proves, readProof, writeProof } from './proofs';
import { seededScalars, type Scalars } from './scalars';
import { base64Hash, hexHash } from './sha256';
import { signature, signed } from './signing';
import {
  certificate,
  certificatesMessage,
  checkTrustees,
  commitmentsMessage,
  electionKey,
  readTrustees,
  trusteeKey,
  valueAt,
} from './trustees';

/** The same vectors that the Java side is tested by. */
const FOLDER = '../src/test/resources/vectors/ballot';

function cases(name: string): any[] {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')).cases;
}

function vectors(name: string, check: (it: any) => void | Promise<void>): void {
  test(`as in Java: ${name}`, { skip: !existsSync(`${FOLDER}/${name}.json`) }, async () => {
    for (const it of cases(name)) {
      await check(it);
    }
  });
}

/** Exponents that were drawn before, in their order. */
function drawn(numbers: string[]): Scalars & { left(): number } {
  const rest = numbers.map(BigInt);
  return { next: () => rest.shift()!, left: () => rest.length };
}

const marksOf = (it: { marks: string[] }): Marks[] => it.marks.map((one) => [...one].map((flag) => flag === '1'));

vectors('hash', ({ text, hex, base64, scalar }) => {
  assert.equal(hexHash(text), hex);
  assert.equal(base64Hash(text), base64);
  assert.equal(hashToScalar(text, group.order).toString(), scalar);
});

vectors('knowledge', ({ context, secret, public_key, random, proof }) => {
  assert.deepEqual(writeProof(prove(group, BigInt(secret), context, drawn(random))), proof);
  assert.ok(proves(group, group.read(public_key), context, readProof(proof, group.order)));
});

vectors('disjunction', ({ public_key, context, exponent, number, alpha, beta, claimed, random, proofs }) => {
  const workshop = { group, g: power(group.generator), y: power(group.read(public_key)) } as unknown as Workshop;
  const claims = claimed.map((it: number) => ({ exponent: BigInt(exponent), number: BigInt(number), claimed: BigInt(it) }));
  const made = proveOneOf(workshop, context, claims, drawn(random));
  assert.deepEqual(made.map(writeProof), proofs);
  const ciphertext = { alpha: group.read(alpha), beta: group.read(beta) };
  const answers = claims.map((it: { claimed: bigint }, i: number) => ({ claimed: it.claimed, proof: made[i]! }));
  assert.ok(oneIsTrue(workshop, context, made, recomputed(workshop, ciphertext, answers, true)!));
});

function power(base: Element): (exponent: bigint) => Element {
  return (exponent) => group.power(base, modulo(exponent, group.order));
}

vectors('credential', async ({ uuid, code, secret, public_key }) => {
  const found = await secretOf(code, uuid, group);
  assert.equal(found.toString(), secret);
  assert.equal(group.print(group.power(group.generator, found)), public_key);
});

for (const name of ['ballot', 'blank']) {
  vectors(name, (it) => {
    const workshop = new Workshop(readElection(it.election), 5);
    assert.equal(workshop.election.fingerprint, it.fingerprint);
    const random = drawn(it.random);
    const ballot = createBallot(workshop, BigInt(it.secret), marksOf(it), random, random);
    assert.equal(ballot, it.ballot);
    assert.equal(random.left(), 0);
    const read = readBallot(workshop, ballot);
    assert.equal(read.hash, it.hash);
    assert.equal(tracker(ballot), it.tracker);
    assert.equal(checkBallot(workshop, read), null);
  });
}

vectors('opening', (it) => {
  const workshop = new Workshop(readElection(it.election), 5);
  const seed = Uint8Array.from(it.seed.match(/../g), (byte: string) => parseInt(byte, 16));
  const seeded = seededScalars(seed, group.order);
  const credential = workshop.g(BigInt(it.secret));
  const answers = workshop.election.questions.map((question, i) =>
    encryptAnswer(workshop, question, credential, marksOf(it)[i]!, seeded),
  );
  const ballot = signedBallot(workshop, credential, answers, (hash) =>
    prove(group, BigInt(it.secret), `sig|${hash}|`, drawn(it.random)),
  );
  assert.equal(ballot, it.ballot);
  assert.equal(tracker(ballot), it.tracker);
  const opened = readOpening(it.opening);
  assert.equal(writeOpening(opened), it.opening);
  assert.deepEqual(opened.marks, marksOf(it));
  const keys = [...readCredentials(group, it.credentials).values()].map((one) => one.key);
  assert.equal(trackerOf(workshop, keys, opened), it.tracker);
});

vectors('ceremony', ({ threshold, tellers, trustees, joint_key }) => {
  const size = tellers.length;
  const drawnBy = tellers.map((it: any) => drawn(it.random));
  const keys = drawnBy.map((it: Scalars) => ({ sk: it.next(), dk: it.next() }));
  const polynomials: bigint[][] = drawnBy.map((it: Scalars) => Array.from({ length: Number(threshold) }, () => it.next()));
  const certs = keys.map(({ sk, dk }: { sk: bigint; dk: bigint }, i: number) =>
    certificate(group, { size, threshold: Number(threshold), index: i + 1 }, sk, dk, drawnBy[i]),
  );
  tellers.forEach((it: any, i: number) => {
    assert.equal(JSON.stringify(certs[i]), it.certificate);
    const commitments = signed(group, keys[i].sk, commitmentsMessage(group, polynomials[i]!), drawnBy[i]);
    assert.equal(JSON.stringify(commitments), it.commitments);
    const own = JSON.parse(commitments.message).coefexps;
    const seen = signature(group, keys[i].sk, certificatesMessage(certs, own), drawnBy[i]);
    assert.equal(JSON.stringify(writeProof(seen)), it.seen);
    const received = polynomials.map((one) => valueAt(one, i + 1, group.order));
    assert.deepEqual(received.map(String), it.received);
    const share = modulo(received.reduce((a, b) => a + b, 0n), group.order);
    assert.equal(share.toString(), it.share);
    assert.equal(JSON.stringify(trusteeKey(group, share, drawnBy[i], true)), it.key);
    assert.equal(drawnBy[i].left(), 0);
  });
  const items = readTrustees(group, trustees);
  assert.equal(checkTrustees(group, items), null);
  assert.equal(group.print(electionKey(group, items)), joint_key);
});

vectors('decryption', ({ election, tally, share, random, decryption, strong }) => {
  const read = readElection(election);
  const made = decrypt(read, readTally(read, tally), BigInt(share), drawn(random));
  assert.equal(made.partial, decryption);
  assert.equal(made.strong, strong);
});

vectors('combination', ({ election, trustees, tally, contributions, most, result }) => {
  const read = readElection(election);
  const partials = new Map(contributions.map((it: any) => [Number(it.owner), readPartial(read, it.decryption)]));
  const combined = combine(read, readTrustees(group, trustees), readTally(read, tally), partials as never, Number(most));
  assert.equal(writeResult(combined!), result);
});

vectors('archive', ({ created, head, file_hex_hash, file }) => {
  const bytes = Uint8Array.from(Buffer.from(file, 'base64'));
  assert.equal(hexHash(bytes), file_hex_hash);
  const history = readHistory(readFiles(bytes));
  assert.equal(history.events.at(-1)!.hash, head);
  const again = new ArchiveWriter(Number(created));
  history.events.forEach((it) => again.add(it.type, ...it.data));
  assert.deepEqual(again.bytes(), bytes);
});

vectors('forged', async ({ name, step, reason, file, proofs }) => {
  const { checks } = await verify(Uint8Array.from(Buffer.from(file, 'base64')), { strong: proofs });
  const failed = checks.find((it) => it.outcome === 'FAILED');
  if (name === 'sound') {
    assert.equal(failed, undefined);
    return;
  }
  assert.equal(CHECKS.indexOf(failed!.id) + 1, Number(step), `${name}: ${JSON.stringify(failed)}`);
  const [about, ...rest] = String(reason).toLowerCase().split('_');
  assert.equal(failed!.reason, `${about}.${rest.join('-')}`, name);
});

/** What the reader of one part of a record says: null if it accepts it. */
function refusal(it: any): { step: string; reason: string } | null {
  const step = String(it.part).toUpperCase();
  try {
    if (it.part === 'election') {
      readElection(it.record);
    } else if (it.part === 'credentials') {
      return heavier(readCredentials(group, it.record)) > 0 && !it.weights ? { step, reason: 'credentials.weight' } : null;
    } else {
      const fault = checkTrustees(group, readTrustees(group, it.record));
      return fault === null ? null : { step, reason: `trustees.${fault}` };
    }
    return null;
  } catch (fault) {
    assert.ok(fault instanceof Malformed, `${it.name}: ${fault}`);
    return { step, reason: `${it.part}.malformed` };
  }
}

vectors('agreement', async (it) => {
  const [about, ...rest] = String(it.reason ?? '').toLowerCase().split('_');
  const expected = it.reason === undefined ? null : { step: it.step, reason: `${about}.${rest.join('-')}` };
  if (it.part !== 'archive') {
    assert.deepEqual(refusal(it), it.accepted ? null : expected, it.name);
    return;
  }
  const given = { revoting: it.revoting, weighted: it.weights, strong: it.proofs };
  const { accepted, checks } = await verify(Uint8Array.from(Buffer.from(it.record, 'base64')), given);
  const failed = checks.find((one) => one.outcome === 'FAILED');
  assert.equal(accepted, it.accepted, `${it.name}: ${JSON.stringify(failed)}`);
  assert.deepEqual(failed === undefined ? null : { step: failed.id, reason: failed.reason }, expected, it.name);
  if (!it.accepted && expected === null) {
    assert.notEqual(checks.find((one) => one.id === it.step)!.outcome, 'PASSED', it.name);
  }
});
