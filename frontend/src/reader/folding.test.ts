import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, fold } from './folding';

const found = (text: string, query: string) => find(fold(text), query).map(([from, to]) => text.slice(from, to));

test('case does not matter, and umlauts are found as they are written without', () => {
  assert.deepEqual(found('Die Straßenbäume in der STRASSE', 'strasse'), ['Straße', 'STRASSE']);
  assert.deepEqual(found('Gebührensatzung', 'gebuehren'), ['Gebühren']);
  assert.deepEqual(found('Gebuehrensatzung', 'Gebühren'), ['Gebuehren']);
  assert.deepEqual(found('Müller', 'MÜLLER'), ['Müller']);
});

test('letters that are put together of two signs are found like those of one', () => {
  assert.deepEqual(found('Mu\u0308ller und Müller', 'müller'), ['Mu\u0308ller', 'Müller']);
  assert.deepEqual(found('Café', 'cafe'), ['Café']);
});

test('words that are divided at the end of a line are found whole', () => {
  assert.deepEqual(found('die Haushalts-\nsatzung 2027', 'haushaltssatzung'), ['Haushalts-\nsatzung']);
  assert.deepEqual(found('Haus\u00adhalt', 'haushalt'), ['Haus\u00adhalt']);
  assert.deepEqual(found('Nord-\nSüd', 'nord- süd'), ['Nord-\nSüd']);
});

test('any white space is as any other', () => {
  assert.deepEqual(found('Der  Markt\nbrunnen', 'der markt brunnen'), ['Der  Markt\nbrunnen']);
});

test('one letter is not searched for', () => {
  assert.deepEqual(found('aaa', 'a'), []);
  assert.deepEqual(found('aaa', ' '), []);
});
