import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArchiveWriter } from '../ballot/archive';
import { BELENIOS_2048 as group } from '../ballot/belenios-2048';
import { createBallot, readBallot } from '../ballot/ballot';
import { checkPartial, checkStrong, readPartial, readStrong, readTally, tallied, writeResult } from '../ballot/decryption';
import { hashToScalar } from '../ballot/proofs';
import { inverse, modulo } from '../ballot/group';
import { begun, cast, counted, opened, tellers, wholeArchive, YES_NO_ABSTENTION, type SampleElection } from '../ballot/sample-election';
import { base64Hash, hexHash } from '../ballot/sha256';
import { randomScalars } from '../ballot/scalars';
import { flattened, readTrustees, weights } from '../ballot/trustees';
import { ALONE, verify as verifyAlone, type BallotVerdict, type CheckId, type Given, type Help, type Report } from './verification';

const { secrets, trustees } = await tellers(3, 2);
const sample = opened('TestWah2TestWah2', trustees, [YES_NO_ABSTENTION], 3);
const ballots = [cast(sample, 0, [0]), cast(sample, 1, [1]), cast(sample, 2, [0])];
const counting = counted(sample, secrets, ballots, [1, 3]);
const good = wholeArchive(sample, ballots, counting);
const { election } = sample.workshop;

const known = new Map<string, Promise<BallotVerdict[]>>();

/** The same ballot is checked once in all tests. */
const help: Help = {
  progress: () => {},
  ballots: async (from, raw) => {
    raw.forEach((it) => known.has(it) || known.set(it, ALONE.ballots(from, [it], () => {})));
    return (await Promise.all(raw.map((it) => known.get(it)!))).flat();
  },
};

function verify(archive: Uint8Array, given: Given = {}): Promise<Report> {
  return verifyAlone(archive, given, help);
}

function failures(report: Report): string[] {
  return report.checks.filter((it) => it.outcome === 'FAILED').map((it) => `${it.id}: ${it.reason}`);
}

function outcome(report: Report, id: CheckId): string {
  return report.checks.find((it) => it.id === id)!.outcome;
}

async function rejected(archive: ArchiveWriter, ...expected: string[]): Promise<void> {
  const report = await verify(archive.bytes());
  assert.deepEqual(failures(report), expected);
  assert.equal(report.accepted, false);
}

/** The same election up to the end of voting. */
function closed(cast: readonly string[] = ballots): ArchiveWriter {
  const archive = begun(sample);
  cast.forEach((it) => archive.add('Ballot', it));
  archive.add('EndBallots');
  return archive;
}

function finish(archive: ArchiveWriter, from = counting, numbers = ballots.length): ArchiveWriter {
  archive.encryptedTally(from.tally, numbers, numbers);
  from.decryptions.forEach((it) => archive.partialDecryption(it.owner, it.decrypted.partial));
  archive.add('Result', writeResult(from.result));
  return archive;
}

const strongFile = (of = counting) =>
  JSON.stringify(of.decryptions.map((it) => ({ owner: it.owner, proofs: JSON.parse(it.decrypted.strong) })));

test('an honest election passes every check', async () => {
  const given: Given = { strong: strongFile(), heads: { result: good.head }, earlier: closed().bytes() };

  const report = await verify(good.bytes(), given);

  assert.deepEqual(failures(report), []);
  assert.ok(report.checks.every((it) => it.outcome === 'PASSED'), JSON.stringify(report.checks));
  assert.ok(report.accepted && report.complete);
  assert.deepEqual(report.result, [[2, 1, 0]]);
  assert.deepEqual(report.owners, [1, 3]);
  assert.deepEqual(report.trackers, ballots.map((it) => base64Hash(it)));
  assert.equal(report.heads.result, good.head);
  assert.equal(report.tellers, hexHash(trustees));
});

test('a result without the strong proofs of all who decrypted is not accepted, though nothing in it is wrong', async () => {
  const without = await verify(good.bytes());
  assert.deepEqual(failures(without), []);
  assert.equal(outcome(without, 'STRONG_PROOFS'), 'OPEN');
  assert.ok(without.complete && !without.accepted);

  const [one] = JSON.parse(strongFile());
  assert.deepEqual(failures(await verify(good.bytes(), { strong: JSON.stringify([one]) })), ['STRONG_PROOFS: strong.missing']);
  assert.deepEqual(failures(await verify(good.bytes(), { strong: JSON.stringify([one, one]) })), ['STRONG_PROOFS: strong.malformed']);
  assert.deepEqual(failures(await verify(good.bytes(), { strong: '[]' })), ['STRONG_PROOFS: strong.missing']);
});

test('an election under way has passed what can be checked so far', async () => {
  const report = await verify(closed().bytes());

  assert.ok(report.accepted && !report.complete);
  assert.deepEqual(report.checks.filter((it) => it.outcome === 'OPEN').map((it) => it.id), ['TALLY', 'DECRYPTION', 'RESULT', 'STRONG_PROOFS']);
});

test('an election in which nobody voted has its result', async () => {
  const none = counted(sample, secrets, [], [2, 3]);

  const report = await verify(finish(closed([]), none, 0).bytes());

  assert.ok(report.complete, JSON.stringify(report.checks));
  assert.deepEqual(report.result, [[0, 0, 0]]);
  assert.equal(report.weight, 0);
});

test('G1: ballots after the end of voting', async () => {
  const late = closed(ballots.slice(0, 2));
  late.add('Ballot', ballots[2]!);
  late.add('EndBallots');
  await rejected(finish(late, counted(sample, secrets, [ballots[2]!], [1, 3]), 1), 'ORDER: order.late-ballot');
});

test('G2: a published sum that is not the sum of the ballots', async () => {
  const other = counted(sample, secrets, ballots.slice(0, 2), [1, 3]);
  await rejected(finish(closed(), other), 'TALLY: tally.other');
});

test('G3: other numbers than were counted', async () => {
  await rejected(finish(closed(), counting, 4), 'TALLY: tally.ballots');
});

test('G4: no end of voting', async () => {
  const endless = begun(sample);
  ballots.forEach((it) => endless.add('Ballot', it));
  await rejected(finish(endless), 'ORDER: order.not-ended');
});

test('G5: two results', async () => {
  const twice = finish(closed());
  twice.add('Result', writeResult(counting.result));
  await rejected(twice, 'ORDER: order.after-result');
});

test('G6: an earlier ballot of a voter replayed after another one', async () => {
  const again = cast(sample, 0, [1]);
  const all = [...ballots, again, ballots[0]!];
  const replayed = await verify(finish(closed(all)).bytes(), { revoting: true });
  assert.deepEqual(failures(replayed), ['BALLOT_ENTITLED: ballot.replayed']);

  const honest = await verify(closed([...ballots, again]).bytes(), { revoting: true });
  assert.ok(honest.accepted);
  assert.equal(honest.replaced, 1);
  await rejected(closed([...ballots, again]), 'BALLOT_ENTITLED: ballot.second');
});

test('G7: a forged partial decryption before there is a result', async () => {
  const early = closed();
  early.encryptedTally(counting.tally, 3, 3);
  early.partialDecryption(2, counting.decryptions[0]!.decrypted.partial);
  await rejected(early, 'DECRYPTION: decryption.proof');
});

test('G8: unknown fields, leading zeros and other writings inside of answers', async () => {
  const proof = /"challenge":"(\d+)"/;
  for (const change of [
    (it: string) => it.replace('{"choices":', '{"extra":"1","choices":'),
    (it: string) => it.replace(proof, '"challenge":"0$1"'),
    (it: string) => it.replace('"answers":[{"choices"', '"answers":[{ "choices"'),
    (it: string) => it.replace('"alpha":', '"beta":"2","alpha":'),
  ]) {
    await rejected(finish(closed([change(ballots[0]!), ...ballots.slice(1)])), 'BALLOT_FORM: ballot.malformed');
  }
});

/** A trustee who gives out another factor, with a proof in the format that holds: nothing in its hash depends on the factor. */
function weaklyForged(owner: number) {
  const tally = readTally(election, counting.tally);
  const share = BigInt(secrets[owner - 1]!.share!);
  const key = group.print(group.power(group.generator, share));
  const scalars = randomScalars(group.order);
  const forged = tally.map((question) =>
    question.map(({ alpha }) => {
      const [drawn, shift] = [scalars.next(), scalars.next()];
      const a = group.power(group.generator, drawn);
      const b = group.multiply(group.power(alpha, drawn), group.power(group.generator, shift));
      const context = `decrypt|${election.fingerprint}|${key}|${group.print(a)},${group.print(b)}`;
      const challenge = hashToScalar(context, group.order);
      const move = group.power(group.generator, modulo(shift * inverse(challenge, group.order), group.order));
      const factor = group.multiply(group.power(alpha, share), move);
      const response = modulo(drawn - share * challenge, group.order);
      return { factor, proof: { challenge: challenge.toString(), response: response.toString() } };
    }),
  );
  return JSON.stringify({
    decryption_factors: forged.map((it) => it.map((one) => group.print(one.factor))),
    decryption_proofs: forged.map((it) => it.map((one) => one.proof)),
  });
}

test('G9: a wrong factor with a proof that holds in the format', async () => {
  const partial = weaklyForged(1);
  const tally = readTally(election, counting.tally);
  const { key } = flattened(readTrustees(group, trustees))[0]!;
  assert.ok(checkPartial(election, tally, key, readPartial(election, partial)), 'the format does not see it');
  const strong = readStrong(election, counting.decryptions[0]!.decrypted.strong);
  assert.ok(!checkStrong(election, tally, key, readPartial(election, partial), strong));

  const archive = closed();
  archive.encryptedTally(counting.tally, 3, 3);
  archive.partialDecryption(1, partial);
  archive.partialDecryption(3, counting.decryptions[1]!.decrypted.partial);
  await rejected(archive, 'DECRYPTION: decryption.unusable');
  
  const three = counted(sample, secrets, ballots, [1, 2, 3]);
  const surplus = closed();
  surplus.encryptedTally(three.tally, 3, 3);
  three.decryptions.slice(0, 2).forEach((it) => surplus.partialDecryption(it.owner, it.decrypted.partial));
  surplus.partialDecryption(3, weaklyForged(3));
  surplus.add('Result', writeResult(three.result));
  await rejected(surplus, 'DECRYPTION: decryption.surplus');

  const alone = closed();
  alone.encryptedTally(counting.tally, 3, 3);
  alone.partialDecryption(1, partial);
  const strongOfOne = JSON.stringify([{ owner: 1, proofs: JSON.parse(counting.decryptions[0]!.decrypted.strong) }]);
  assert.deepEqual(failures(await verify(alone.bytes(), { strong: strongOfOne })), ['STRONG_PROOFS: strong.proof']);

  const both = await verify(archive.bytes(), { strong: strongFile() });
  assert.deepEqual(both.checks.filter((it) => it.outcome === 'FAILED').map((it) => [it.reason, it.place]), [
    ['decryption.unusable', undefined],
    ['strong.proof', 1],
  ], 'who it was only the strong proofs tell');
});

/**
 * G10, after Bernhard, Pereira and Warinschi: the first teller fixes the commitments of the proof before the last ballot is cast; with the challenge, which
 * they alone determine, a voter in league chooses the random numbers of that last ballot so that the proof holds for a factor moved at will.
 */
function steered(shifts: bigint[]) {
  const { order, generator } = group;
  const scalars = randomScalars(order);
  const share = BigInt(secrets[0]!.share!);
  const key = group.print(group.power(generator, share));
  const before = ballots.slice(0, 2);
  const sumBefore = tallied(election, before.map((it) => ({ ...readBallot(sample.workshop, it), weight: 1n })))[0]!;
  const lambda = weights(order, [1, 3])[0]!;
  const slots = sumBefore.map(({ alpha }, i) => {
    const [w, k] = [scalars.next(), scalars.next()];
    const a = group.power(generator, w);
    const b = group.multiply(group.power(alpha, w), group.power(generator, k));
    const challenge = hashToScalar(`decrypt|${election.fingerprint}|${key}|${group.print(a)},${group.print(b)}`, order);
    const delta = modulo(shifts[i]! * inverse(lambda, order), order);
    return { w, delta, challenge, random: modulo((k + delta * challenge) * inverse(w, order), order) };
  });
  const chosen = slots.map((it) => it.random);
  const drawn = { next: () => chosen.shift() ?? scalars.next() };
  const last = createBallot(sample.workshop, sample.voters[2]!, [[true, false, false]], drawn, scalars);
  const all = [...before, last];
  const honest = counted(sample, secrets, all, [1, 3]);
  const tally = readTally(election, honest.tally)[0]!;
  const partial = JSON.stringify({
    decryption_factors: [
      tally.map(({ alpha }, i) => group.print(group.multiply(group.power(alpha, share), group.power(generator, modulo(-slots[i]!.delta, order))))),
    ],
    decryption_proofs: [
      slots.map(({ w, challenge }) => ({ challenge: challenge.toString(), response: modulo(w - share * challenge, order).toString() })),
    ],
  });
  const [mine, other] = honest.decryptions;
  const decryptions = [{ owner: 1, decrypted: { partial, strong: mine!.decrypted.strong } }, other!];
  return { all, honest, forged: { ...honest, decryptions } };
}

test('G10: a teller and the last voter move a vote by proofs that hold in the format: without strong proofs nobody sees it', async () => {
  const { all, honest, forged } = steered([-1n, 1n, 0n]);
  assert.deepEqual(honest.result, [[2, 1, 0]]);
  const moved = finish(closed(all), { ...forged, result: [[1, 2, 0]] }).bytes();

  const blind = await verify(moved);
  assert.deepEqual(failures(blind), []);
  assert.deepEqual(blind.result, [[1, 2, 0]]);
  assert.equal(blind.accepted, false, 'so it is not accepted');
  assert.deepEqual(failures(await verify(moved, { strong: strongFile(forged) })), ['STRONG_PROOFS: strong.proof']);
});

/** The same election, its list with weights. */
function weighted(first: string): SampleElection {
  const [key, ...others] = JSON.parse(sample.credentials) as string[];
  return { ...sample, credentials: JSON.stringify([key + first, ...others]) };
}

test('a list with weights is not accepted unless weights are allowed, and then the report shows them', async () => {
  const heavy = begun(weighted(',3'));
  heavy.add('EndBallots');
  await rejected(heavy, 'CREDENTIALS: credentials.weight');
  assert.ok((await verify(heavy.bytes(), { weighted: true })).accepted);

  const voted = begun(weighted(',3'));
  ballots.forEach((it) => voted.add('Ballot', it));
  voted.add('EndBallots');
  assert.equal((await verify(voted.bytes(), { weighted: true })).weight, 5);

  const none = begun(weighted(',0'));
  none.add('EndBallots');
  assert.deepEqual(failures(await verify(none.bytes(), { weighted: true })), ['CREDENTIALS: credentials.malformed']);
});

test('what is no ballot stands in an archive once', async () => {
  const twice = closed();
  twice.encryptedTally(counting.tally, 3, 3);
  const { partial } = counting.decryptions[0]!.decrypted;
  twice.partialDecryption(1, partial);
  twice.partialDecryption(3, partial);
  await rejected(twice, 'ORDER: order.twice');
});

test('where nothing can be read the report says so, and throws nothing', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const archive = new ArchiveWriter(1_790_000_000);
  archive.setup(deep, trustees, sample.credentials);
  assert.deepEqual(failures(await verify(archive.bytes())), ['ELECTION: election.malformed']);
  assert.equal((await verify(new Uint8Array(0))).accepted, false);
});

test('another result than the decrypted one', async () => {
  await rejected(finish(closed(), { ...counting, result: [[1, 2, 0]] }), 'RESULT: result.other');
});

test('a result from too few trustees, and a trustee who decrypts twice', async () => {
  const one = { ...counting, decryptions: counting.decryptions.slice(0, 1) };
  await rejected(finish(closed(), one), 'RESULT: result.too-few');
  await rejected(finish(closed(), { ...counting, decryptions: [...counting.decryptions, counting.decryptions[0]!] }), 'ORDER: order.twice');
  const anew = counted(sample, secrets, ballots, [1, 3]).decryptions[0]!;
  await rejected(finish(closed(), { ...counting, decryptions: [...counting.decryptions, anew] }), 'DECRYPTION: decryption.twice');
});

test('a ballot that was changed, swapped, or comes from somebody unknown', async () => {
  const stranger = opened('TestWah3TestWah3', trustees, [YES_NO_ABSTENTION], 1);
  await rejected(finish(closed([cast(stranger, 0, [0]), ...ballots.slice(1)])), 'BALLOT_FORM: ballot.malformed');
  const unregistered = { ...sample, voters: stranger.voters };
  await rejected(finish(closed([cast(unregistered, 0, [0]), ...ballots.slice(1)])), 'BALLOT_ENTITLED: ballot.stranger');
  const signature = (ballots[0]!.match(/"signature":.*$/) as RegExpMatchArray)[0];
  await rejected(finish(closed([ballots[1]!.replace(/"signature":.*$/, signature), ...ballots.slice(1)])), 'BALLOT_FORM: ballot.malformed');
});

test('every changed byte is found', async () => {
  const bytes = good.bytes();
  for (let i = 0; i < 40; i++) {
    const changed = bytes.slice();
    const at = Math.floor((i / 40) * changed.length) + (i % 7);
    changed[at]! ^= 1;
    const report = await verify(changed);
    assert.match(failures(report).join(), /^(LAYOUT|CHAIN): \S+\.malformed$/, `byte ${at}`);
  }
});

test('another history than the one saved before, or than the minutes say', async () => {
  const other = closed([ballots[0]!, ballots[2]!]);
  const failed = failures(await verify(good.bytes(), { earlier: other.bytes(), heads: { closing: other.head } }));
  assert.deepEqual(failed, ['HISTORY: history.head']);
});

test('a dropped ballot is missed in a history that was saved before', async () => {
  const dropped = counted(sample, secrets, ballots.slice(0, 2), [1, 2]);
  const report = await verify(finish(closed(ballots.slice(0, 2)), dropped, 2).bytes(), { earlier: closed().bytes() });
  assert.deepEqual(failures(report), ['HISTORY: history.copy']);
});
