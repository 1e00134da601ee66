import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeContents, whatIsLost } from './keeping';
import { questionOf } from './losing';
import { MemoryShelf, turns } from './memory-shelf';
import { Vault } from './vault';

async function made() {
  const vault = new Vault('account', new MemoryShelf(), { now: () => 0, turn: turns(), iterations: 1_000 });
  await vault.create('Morgen wird getagt', { id: 'd', token: 't' }, 3_600_000);
  return vault;
}

test('what was refused and what was begun is lost as well as what was not sent', async () => {
  const vault = await made();
  assert.equal(await whatIsLost(vault), null);
  await vault.write([['refused/1', { text: 'Brunnen' }]]);
  assert.deepEqual(await whatIsLost(vault), { unsent: 0, refused: 1, begun: 0 });
  await vault.write([
    ['out/2', {}],
    ['draft/mark', {}],
  ]);
  vault.lock();
  assert.deepEqual(await whatIsLost(vault), { unsent: 1, refused: 1, begun: 1 }, 'also while it is locked');
});

test('words of the owner outlive what was fetched', async () => {
  for (const place of ['out/1', 'refused/1', 'draft/mark']) {
    const vault = await made();
    await vault.write([
      [place, { text: 'Brunnen' }],
      ['meeting/m/entry', {}],
    ]);
    await removeContents(vault);
    assert.deepEqual(await vault.places(''), [place]);
  }
});

test('each kind is asked about in words of its own', () => {
  const refused = questionOf({ unsent: 0, refused: 2, begun: 0 }, 'sign out of the application', 'de');
  assert.equal(refused.title, 'Notizen, die nur hier liegen');
  assert.match(refused.text, /^Vom Server nicht angenommene Änderungen, die nur noch hier stehen: 2\. Beim Abmelden/);
  assert.deepEqual(
    refused.choices.map((it) => it.words),
    ['Leser öffnen und ansehen', 'Angemeldet bleiben', 'Löschen und abmelden'],
  );
  const unsent = questionOf({ unsent: 3, refused: 0, begun: 0 }, 'remove', 'en');
  assert.equal(unsent.text, 'Changes on this device that were not sent yet: 3. They are deleted with all documents taken along.');
  assert.deepEqual(
    unsent.choices.map((it) => it.answer),
    ['stay', 'discard'],
  );
});
