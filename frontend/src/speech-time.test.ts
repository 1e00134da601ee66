import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, left, seconds, standing } from './speech-time';

const five = { allowed: 300_000, warning: 30_000 };

test('a speech is near its end from the warning on, and over when nothing is left', () => {
  assert.equal(standing({ elapsed: 269_999, ...five }), 'enough');
  assert.equal(standing({ elapsed: 270_000, ...five }), 'near');
  assert.equal(standing({ elapsed: 299_999, ...five }), 'near');
  assert.equal(standing({ elapsed: 300_000, ...five }), 'over');
});

test('the clock shows what is left, then by how much it is over', () => {
  assert.equal(seconds({ elapsed: 0, ...five }), 300);
  assert.equal(seconds({ elapsed: 299_001, ...five }), 1);
  assert.equal(seconds({ elapsed: 300_000, ...five }), 0);
  assert.equal(seconds({ elapsed: 312_900, ...five }), 12);
});

test('without a limit it counts up and never warns', () => {
  const free = { elapsed: 400_500, allowed: -1, warning: 30_000 };
  assert.equal(standing(free), 'free');
  assert.equal(seconds(free), 400);
});

test('what counts down stands still once nothing is left', () => {
  assert.equal(left({ elapsed: 0, ...five }), 300);
  assert.equal(left({ elapsed: 299_999, ...five }), 1);
  assert.equal(left({ elapsed: 300_000, ...five }), 0);
  assert.equal(left({ elapsed: 312_900, ...five }), 0);
});

test('time reads as minutes and seconds', () => {
  assert.equal(asText(0), '0:00');
  assert.equal(asText(65), '1:05');
  assert.equal(asText(3_600), '60:00');
});
