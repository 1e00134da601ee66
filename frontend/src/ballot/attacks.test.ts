import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBallot, createBallot, marks, readBallot, type Choice, type Marks } from './ballot';
import { BELENIOS_2048 as group } from './belenios-2048';
import { isCode, newCode, newUuid } from './credentials';
import { Workshop } from './election';
import { Malformed } from './group';
import { cast, opened, tellers, THREE_OF_FIVE, YES_NO_ABSTENTION } from './sample-election';
import { randomScalars } from './scalars';
import { hexHash, base64Hash, sha256 } from './sha256';
import { createHash } from 'node:crypto';
import { ballotVerdict } from '../verify/verification';

const { trustees } = await tellers(2, 2);
const yesNo = opened('TestAngriff1Test', trustees, [YES_NO_ABSTENTION], 2);
const list = opened('TestAngriff2Test', trustees, [THREE_OF_FIVE], 2);

/** Every place of a value, with what leads there. */
function* leaves(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      yield* leaves((value as Record<string, unknown>)[key], [...path, Array.isArray(value) ? Number(key) : key]);
    }
  } else {
    yield path;
  }
}

function changed(json: string, path: (string | number)[], change: (old: string) => string): string {
  const whole = JSON.parse(json);
  let at = whole;
  path.slice(0, -1).forEach((it) => (at = at[it]));
  at[path.at(-1)!] = change(at[path.at(-1)!]);
  return JSON.stringify(whole);
}

/** Signs anew what was changed: the strongest that whoever has a credential can do. */
function signedAnew(sample: typeof yesNo, voter: number, ballot: string): string {
  const body = `${ballot.slice(0, ballot.lastIndexOf(',"signature":'))}}`;
  const hash = base64Hash(body);
  const { workshop, voters } = sample;
  const drawn = randomScalars(group.order).next();
  const challenge = BigInt(`0x${hexHash(`sig|${hash}|${group.print(workshop.g(drawn))}`)}`) % group.order;
  const response = (((drawn - voters[voter]! * challenge) % group.order) + group.order) % group.order;
  const proof = { challenge: challenge.toString(), response: response.toString() };
  return JSON.stringify({ ...JSON.parse(body), signature: { hash, proof } });
}

const next = (old: string): string => (/^\d+$/.test(old) ? (BigInt(old) + 1n).toString() : old.replace(/^./, (it) => (it === 'A' ? 'B' : 'A')));

for (const [name, sample, choice] of [['yes, no, abstention', yesNo, [1]], ['three of five with blank', list, [1, 4]]] as const) {
  test(`a changed value in any field of a ballot is found, also if it is signed anew: ${name}`, () => {
    const { workshop } = sample;
    const ballot = cast(sample, 0, choice as unknown as Choice);
    assert.equal(ballotVerdict(workshop, ballot).fault, null);
    const paths = [...leaves(JSON.parse(ballot))];
    paths.forEach((path, i) => {
      const other = changed(ballot, path, next);
      assert.notEqual(ballotVerdict(workshop, other).fault, null, path.join('.'));
      const inAnswer = path[0] === 'answers' && i % 3 === 0; // each costs a while
      if (inAnswer) {
        const { fault } = ballotVerdict(workshop, signedAnew(sample, 0, other));
        assert.match(fault ?? 'accepted', /^(group|marks|number|blank|malformed)$/, path.join('.'));
      }
    });
  });
}

test('the same numbers with the order added are not the same ballot', () => {
  const ballot = cast(yesNo, 0, [0]);
  const more = changed(ballot, ['answers', 0, 'overall_proof', 0, 'response'], (it) => (BigInt(it) + group.order).toString());
  assert.equal(ballotVerdict(yesNo.workshop, signedAnew(yesNo, 0, more)).fault, 'malformed');
});

test('elements outside of the group are found: zero, one less than the modulus, other orders', () => {
  const modulus = BigInt(group.print(group.invert(group.read('2')))) * 2n - 1n;
  const minus = (modulus - BigInt(group.print(group.generator))).toString();
  for (const strange of ['0', (modulus - 1n).toString(), '2', minus]) {
    assert.ok(!group.contains(group.read(strange)), strange.slice(0, 20));
    const ballot = changed(cast(yesNo, 0, [0]), ['answers', 0, 'choices', 0, 'alpha'], () => strange);
    assert.equal(ballotVerdict(yesNo.workshop, signedAnew(yesNo, 0, ballot)).fault, 'group');
  }
  assert.throws(() => group.read(modulus.toString()), Malformed);
  assert.throws(() => group.read('01'), Malformed);
  assert.throws(() => group.read('-1'), Malformed);
});

test('nobody can make a ballot with two marks, with none, or with more than are allowed', () => {
  const scalars = randomScalars(group.order);
  const made = (sample: typeof yesNo, marked: Marks) => () => createBallot(sample.workshop, sample.voters[0]!, [marked], scalars, scalars);
  assert.throws(made(yesNo, [true, true, false]), /no claim is true/);
  assert.throws(made(yesNo, [false, false, false]), /no claim is true/);
  assert.throws(made(list, [true, true, false, false, false, false]), /no claim is true/);
  assert.throws(made(list, [false, true, true, true, true, false]), /no claim is true/);
  assert.throws(() => marks(YES_NO_ABSTENTION, [3]));
  assert.throws(() => marks(YES_NO_ABSTENTION, 'blank'));
  assert.throws(() => marks(THREE_OF_FIVE, [1, 1]));
});

test('every allowed choice makes a ballot that holds', () => {
  const choices: Choice[] = ['blank', [0], [4], [0, 4], [1, 2, 3]];
  for (const choice of choices) {
    const ballot = readBallot(list.workshop, cast(list, 1, choice));
    assert.equal(checkBallot(list.workshop, ballot), null, String(choice));
    assert.equal(checkBallot(new Workshop(list.workshop.election, 8), ballot), null);
  }
});

test('a ballot copied under another credential is found', () => {
  const ballot = cast(yesNo, 0, [0]);
  const other = changed(ballot, ['credential'], () => group.print(yesNo.workshop.g(yesNo.voters[1]!)));
  assert.equal(ballotVerdict(yesNo.workshop, signedAnew(yesNo, 1, other)).fault, 'marks');
});

test('SHA-256 is that of the standard for every length around its blocks', () => {
  for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 1_000, 65_536]) {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    assert.equal(Buffer.from(sha256(bytes)).toString('hex'), createHash('sha256').update(bytes).digest('hex'), `${length} bytes`);
  }
});

test('powers are the same by table, together, alone, and by multiplying', () => {
  const scalars = randomScalars(group.order);
  const base = group.power(group.generator, scalars.next());
  const exponents = [0n, 1n, 2n, 15n, 16n, group.order - 1n, scalars.next(), scalars.next()];
  const together = group.powers(base, exponents);
  const tables = [1, 4, 5, 8].map((width) => group.table(base, width));
  exponents.forEach((exponent, i) => {
    const alone = group.print(group.power(base, exponent));
    assert.equal(group.print(together[i]!), alone);
    tables.forEach((it) => assert.equal(group.print(it.of(exponent)), alone));
  });
  const [a, b] = [scalars.next(), scalars.next()];
  assert.ok(group.equal(group.power(base, a + b), group.multiply(group.power(base, a), group.power(base, b))));
  assert.ok(group.equal(group.multiply(base, group.invert(base)), group.one));
});

test('a letter of a code that is mistaken for the next one is found', () => {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  for (let i = 0; i < 50; i++) {
    const code = newCode();
    assert.ok(isCode(code));
    const at = [0, 1, 2, 4, 5, 6, 8, 14, 18][i % 9]!;
    const other = letters[(letters.indexOf(code[at]!) + 1) % letters.length]!;
    assert.ok(!isCode(code.slice(0, at) + other + code.slice(at + 1)), code);
  }
  assert.match(newUuid(), /^[1-9A-HJ-NP-Za-km-z]{22}$/);
});
