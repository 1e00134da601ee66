import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BELENIOS_2048 as group } from './belenios-2048';
import { readElection, writeElection, type Question } from './election';
import { Malformed } from './group';
import { parsed, written } from './reading';
import { YES_NO_ABSTENTION } from './sample-election';
import { isOneOf, shortHash } from './words';

const key = group.power(group.generator, 3n);

function definition(uuid: string, ...questions: Question[]): string {
  return writeElection({ description: '', name: 'Wahl', uuid }, group, key, questions);
}

test('a text has one spelling, that of the deletion character too', () => {
  for (const text of ['ä€😀', 'a\x7fb', '\x00\x1f\n\t"\\/', '\u2028', '\\ud800 in letters', '\\\\ud800']) {
    assert.equal(parsed(written(text)), text);
  }
  assert.equal(written('\x7f'), '"\\u007f"');
  for (const json of ['"\x7f"', '"\\u00e4"', '"\\/"', '"\\u000A"', '"\\ud800"', '"\\\\\\udfff"', '{"a":1,"a":1}', '[1, 2]', '1e2', '01', '-0', '']) {
    assert.throws(() => parsed(json), Malformed, json);
  }
});

test('what is nested too deep is refused like everything else that cannot be', () => {
  assert.throws(() => parsed('['.repeat(200_000) + ']'.repeat(200_000)), Malformed);
});

test('a definition that nobody could vote by is refused', () => {
  const uuid = 'TestLesen1Test';
  assert.equal(readElection(definition(uuid, { ...YES_NO_ABSTENTION, question: 'Ist\x7fdas so?' })).questions[0]!.question, 'Ist\x7fdas so?');
  const answers = (many: number): string[] => Array.from({ length: many }, (_, i) => `${i}`);
  assert.ok(readElection(definition('x'.repeat(64), { ...YES_NO_ABSTENTION, answers: answers(1_000) })));
  for (const raw of [
    definition(uuid, { ...YES_NO_ABSTENTION, min: 0, max: 0 }),
    definition(uuid, { ...YES_NO_ABSTENTION, answers: answers(1_001) }),
    definition('x'.repeat(65), YES_NO_ABSTENTION),
    definition('x'.repeat(13), YES_NO_ABSTENTION),
    definition(uuid),
    definition(uuid, { ...YES_NO_ABSTENTION, blank: true }).replace('"blank":true', '"blank":null'),
    definition(uuid, { ...YES_NO_ABSTENTION, blank: true }).replace('"blank":true', '"blank":0'),
  ]) {
    assert.throws(() => readElection(raw), Malformed, raw.slice(0, 200));
  }
});

test('too few digits of a hash say nothing', () => {
  const hash = '0123456789abcdef'.repeat(4);
  assert.equal(shortHash(hash), '0123 4567 89ab cdef 0123 4567 89ab cdef');
  assert.equal(isOneOf(hash.slice(0, 31), [hash]), null);
  assert.equal(isOneOf(shortHash(hash).toUpperCase(), ['', hash]), true);
  assert.equal(isOneOf(hash, [hash]), true);
  assert.equal(isOneOf(`${hash.slice(0, 40)}0`, [hash]), false);
  assert.equal(isOneOf(`${hash}0`, [hash]), false);
});
