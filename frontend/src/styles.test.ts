import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

test('nothing moves without end: a tablet that shows a meeting would draw it for four hours', () => {
  for (const file of readdirSync('styles').filter((it) => it.endsWith('.css'))) {
    assert.doesNotMatch(readFileSync(`styles/${file}`, 'utf8'), /animation[^;]*\binfinite\b/, file);
  }
});
