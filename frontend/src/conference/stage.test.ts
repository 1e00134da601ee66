import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage, staysOn } from './stage';
import type { Person } from './telling';

const person = (name: string, rest: Partial<Person> = {}): Person => ({
  line: `line-${name}`,
  person: name,
  name,
  sound: false,
  picture: true,
  heard: false,
  hasFloor: false,
  mutes: 0,
  ...rest,
});
const names = (people: Person[]) => people.map((it) => it.name);
const all = [person('Ada'), person('Ben'), person('Cem')];

test('who speaks is large, all others stand in the strip', () => {
  const seen = stage({ onlySpeakerHeard: true, mostPictures: 4, large: 'line-Ben', people: all }, 'line-Ada', new Set());
  assert.deepEqual([names(seen.large), names(seen.strip)], [['Ben'], ['Ada', 'Cem']]);
});

test('pinned pictures stay large whoever speaks', () => {
  const seen = stage({ onlySpeakerHeard: true, mostPictures: 4, large: 'line-Ben', people: all }, 'line-Ada', new Set(['Cem']));
  assert.deepEqual([names(seen.large), names(seen.strip)], [['Ben', 'Cem'], ['Ada']]);
});

test('who speaks does not look at themself', () => {
  const seen = stage({ onlySpeakerHeard: true, mostPictures: 4, large: 'line-Ada', people: all }, 'line-Ada', new Set());
  assert.deepEqual(names(seen.large), ['Ben']);
});

test('alone one sees oneself', () => {
  const seen = stage({ onlySpeakerHeard: true, mostPictures: 4, large: 'line-Ada', people: [all[0]!] }, 'line-Ada', new Set());
  assert.deepEqual(names(seen.large), ['Ada']);
});

test('a microphone goes off with the floor, when the chair mutes, and with the room', () => {
  assert.ok(staysOn(true, 0, person('Ada', { heard: true })));
  assert.ok(!staysOn(true, 0, person('Ada', { heard: false })));
  assert.ok(!staysOn(true, 0, person('Ada', { heard: true, mutes: 1 })));
  assert.ok(!staysOn(true, 0, undefined));
  assert.ok(!staysOn(false, 0, person('Ada', { heard: true })));
});
