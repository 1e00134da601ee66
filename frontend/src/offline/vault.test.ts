import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryShelf, turns } from './memory-shelf';
import { ITERATIONS, seal, Tampered, unseal, weakness, WrongPassphrase, newKey, type Sealed } from './sealing';
import { TooManyGuesses, Vault, VaultClosed, VaultThere, waitAfter } from './vault';

const DAY = 24 * 3_600_000;
const PASSPHRASE = 'Morgen wird getagt';
const OWNER = 'account-1';

function device(owner = OWNER, shelf = new MemoryShelf()) {
  const clock = { now: Date.parse('2026-03-18T16:00:00Z') };
  const around = { now: () => clock.now, turn: turns(), iterations: 1_000 };
  const vault = () => new Vault(owner, shelf, around);
  return { shelf, clock, vault };
}

async function made(it: ReturnType<typeof device>) {
  const vault = it.vault();
  await vault.create(PASSPHRASE, { id: 'device', token: 'token' }, 14 * DAY);
  return vault;
}

test('keys are stretched as recommended', () => {
  assert.ok(ITERATIONS >= 600_000);
});

test('what is sealed is read again by who knows the passphrase', async () => {
  const it = device();
  await (await made(it)).write([['meeting/1/document', { title: 'Grundstücksverkauf' }]]);

  const later = it.vault();
  assert.equal(await later.state(), 'LOCKED');
  await later.unlock(PASSPHRASE);

  assert.equal(await later.state(), 'OPEN');
  assert.deepEqual(await later.read('meeting/1/document'), { title: 'Grundstücksverkauf' });
});

test('nothing lies there in the clear, the key least of all', async () => {
  const it = device();
  await (await made(it)).write([['meeting/1/document', { title: 'Grundstücksverkauf' }]]);

  const lying = [...it.shelf.records.values()].flatMap((record) => texts(record)).join('\n');

  assert.ok(!lying.includes('Grundst'));
  assert.ok(!lying.includes(PASSPHRASE));
  const wrapped = it.shelf.records.get('key') as Sealed;
  assert.equal(wrapped.data.byteLength, 48, 'the key of 256 bits and its tag');
  assert.ok(![...it.shelf.records.values()].some((record) => record instanceof CryptoKey));
});

test('an open key cannot be read out', async () => {
  const { key } = await newKey(OWNER, PASSPHRASE, 1_000);

  assert.equal(key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('raw', key));
});

test('a wrong passphrase opens nothing and says so', async () => {
  const it = device();
  await made(it);

  const vault = it.vault();
  await assert.rejects(vault.unlock('Gestern wurde getagt'), WrongPassphrase);

  assert.equal(await vault.state(), 'LOCKED');
  await assert.rejects(vault.read('meeting/1/document'), VaultClosed);
});

test('a passphrase typed with composed or decomposed umlauts is the same', async () => {
  const it = device();
  await it.vault().create('Überörtlich', { id: 'device', token: 'token' }, DAY);

  await it.vault().unlock('Überörtlich'.normalize('NFD'));
});

test('after some wrong guesses one has to wait, longer each time, also after a reload', async () => {
  const it = device();
  await made(it);
  for (let guess = 0; guess < 3; guess++) {
    await assert.rejects(it.vault().unlock(`falsch geraten ${guess}`), WrongPassphrase);
  }

  await assert.rejects(it.vault().unlock(PASSPHRASE), (fault) => fault instanceof TooManyGuesses && fault.milliseconds === 5_000);
  it.clock.now += 5_000;
  await assert.rejects(it.vault().unlock('wieder falsch'), WrongPassphrase);
  it.clock.now += 5_000;
  await assert.rejects(it.vault().unlock(PASSPHRASE), TooManyGuesses);
  it.clock.now += 5_000;
  await it.vault().unlock(PASSPHRASE);

  assert.deepEqual([0, 2, 3, 4, 5, 50].map(waitAfter), [0, 0, 5_000, 10_000, 20_000, 900_000]);
  assert.equal(it.shelf.records.has('guesses'), false, 'forgotten once it was right');
});

test('guesses in many windows at the same time are counted one by one', async () => {
  const it = device();
  await made(it);

  const guesses = await Promise.allSettled(
    Array.from({ length: 10 }, (_, guess) => it.vault().unlock(`falsch geraten ${guess}`)),
  );

  assert.equal(guesses.filter((guess) => guess.status === 'rejected' && guess.reason instanceof WrongPassphrase).length, 3);
});

test('a record that was tampered with is not shown', async () => {
  const it = device();
  const vault = await made(it);
  await vault.write([['meeting/1/document', { title: 'Vorlage' }]]);

  const record = it.shelf.records.get('sealed/meeting/1/document') as Sealed;
  new Uint8Array(record.data)[3]! ^= 1;

  await assert.rejects(vault.read('meeting/1/document'), Tampered);
});

test('records that changed places are not shown', async () => {
  const it = device();
  const vault = await made(it);
  await vault.write([
    ['meeting/1/document', { title: 'eine' }],
    ['meeting/2/document', { title: 'andere' }],
  ]);

  const { records } = it.shelf;
  const one = records.get('sealed/meeting/1/document');
  records.set('sealed/meeting/1/document', records.get('sealed/meeting/2/document'));
  records.set('sealed/meeting/2/document', one);

  await assert.rejects(vault.read('meeting/1/document'), Tampered);
  await assert.rejects(vault.read('meeting/2/document'), Tampered);
});

test('a record of another owner is not shown, even under the same key', async () => {
  const { key } = await newKey(OWNER, PASSPHRASE, 1_000);
  const sealed = await seal(key, OWNER, 'place', new Uint8Array([1]));

  await assert.rejects(unseal(key, 'account-2', 'place', sealed), Tampered);
});

test('what is sealed twice looks different each time', async () => {
  const it = device();
  const vault = await made(it);
  await vault.write([['place', { same: true }]]);
  const first = it.shelf.records.get('sealed/place') as Sealed;
  await vault.write([['place', { same: true }]]);
  const second = it.shelf.records.get('sealed/place') as Sealed;

  assert.notDeepEqual(first.iv, second.iv);
  assert.notDeepEqual(new Uint8Array(first.data), new Uint8Array(second.data));
});

test('without contact it opens to the end of the lease and no longer', async () => {
  const it = device();
  const vault = await made(it);
  it.clock.now += 14 * DAY;
  assert.equal(await vault.state(), 'OPEN');

  it.clock.now += 1;

  assert.equal(await vault.state(), 'ENDED');
  assert.equal(vault.isOpen, false, 'an open vault closes');
  await assert.rejects(it.vault().unlock(PASSPHRASE), VaultClosed);
});

test('contact renews the lease', async () => {
  const it = device();
  const vault = await made(it);
  it.clock.now += 13 * DAY;
  await vault.heard(14 * DAY);
  it.clock.now += 13 * DAY;

  assert.equal(await vault.state(), 'OPEN');
});

test('a clock that was set back is noticed, and the next contact puts it right', async () => {
  const it = device();
  const vault = await made(it);
  it.clock.now += 10 * DAY;
  await vault.tick();

  it.clock.now -= 9 * DAY;
  assert.equal(await vault.state(), 'CLOCK_SET_BACK');
  await assert.rejects(it.vault().unlock(PASSPHRASE), VaultClosed);
  await vault.heard(14 * DAY);

  assert.equal(await vault.state(), 'LOCKED');
});

test('a clock that is corrected by minutes changes nothing', async () => {
  const it = device();
  const vault = await made(it);
  await vault.tick();
  it.clock.now -= 4 * 60_000;

  assert.equal(await vault.state(), 'OPEN');
});

test('short and simple passphrases are refused', () => {
  assert.equal(weakness('kurz'), 'short');
  assert.equal(weakness('aaaaaaaaaaaa'), 'simple');
  assert.equal(weakness(PASSPHRASE), null);
});

function texts(record: unknown): string[] {
  if (typeof record === 'string') {
    return [record];
  }
  if (record instanceof ArrayBuffer || ArrayBuffer.isView(record)) {
    return [Buffer.from(record as ArrayBuffer).toString('latin1'), Buffer.from(record as ArrayBuffer).toString('utf8')];
  }
  return record !== null && typeof record === 'object' ? Object.values(record).flatMap((it) => texts(it)) : [];
}

test('setting up in a second window takes nothing from the first', async () => {
  const it = device();
  const first = await made(it);
  await first.write([['out/1', { text: 'Brunnen' }]]);

  await assert.rejects(it.vault().create('Uebermorgen wird getagt', { id: 'other', token: 'other' }, 14 * DAY), VaultThere);

  const later = it.vault();
  await later.unlock(PASSPHRASE);
  assert.deepEqual(await later.read('out/1'), { text: 'Brunnen' });
  assert.equal((await later.device())!.id, 'device');
});

test('of two windows that set up at the same time one does', async () => {
  const shelf = new MemoryShelf();
  const around = { now: () => Date.parse('2026-03-18T16:00:00Z'), turn: turns(), iterations: 1_000 };
  const vaults = [1, 2].map(() => new Vault(OWNER, shelf, around));

  const results = await Promise.allSettled(
    vaults.map((vault, at) => vault.create(`Passphrase ${at}, lang`, { id: String(at), token: 't' }, 14 * DAY)),
  );

  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1);
  const made = results.findIndex((result) => result.status === 'fulfilled');
  assert.equal((await vaults[made]!.device())!.id, String(made));
  assert.equal(vaults[1 - made]!.isOpen, false);
});
