import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrokenDown, type Marks, type Operation, type Outcome } from '../reader/source';
import { MemoryShelf, turns } from './memory-shelf';
import { marksOf, Outbox } from './outbox';
import { merged, withOperations } from './overlay';
import { Vault } from './vault';

const MEETING = 'meeting-1';

async function device() {
  const shelf = new MemoryShelf();
  const around = { now: () => Date.parse('2026-03-18T16:00:00Z'), turn: turns(), iterations: 1_000 };
  await new Vault('account', shelf, around).create('Morgen wird getagt', { id: 'd', token: 't' }, 3_600_000);
  /** A tab of the browser: its own memory, the same shelf. */
  const tab = async () => {
    const vault = new Vault('account', shelf, around);
    await vault.unlock('Morgen wird getagt');
    return { vault, outbox: new Outbox(vault) };
  };
  return { shelf, tab };
}

/** A server that does each operation once, and may break down at any step. */
function server() {
  const done = new Map<string, Operation>();
  const received: string[] = [];
  const refuse = new Set<string>();
  let broken: 'before' | 'after' | null = null;
  return {
    done,
    received,
    refuse,
    break: (when: 'before' | 'after' | null) => (broken = when),
    post: (_meeting: string, operations: Operation[]): Promise<Outcome[]> => {
      if (broken === 'before') {
        return Promise.reject(new Error('lost on the way'));
      }
      const outcomes = operations.map((operation): Outcome => {
        received.push(operation.id);
        if (refuse.has(operation.id)) {
          return { operation: operation.id, outcome: 'REFUSED', message: 'nicht mehr zu sehen' };
        }
        const known = done.has(operation.id);
        done.set(operation.id, operation);
        return { operation: operation.id, outcome: known ? 'KNOWN' : 'DONE', message: null };
      });
      return broken === 'after' ? Promise.reject(new Error('answer lost')) : Promise.resolve(outcomes);
    },
  };
}

const mark = (id: string): Operation => ({
  id,
  act: 'MARK',
  mark: `mark-${id}`,
  document: 'paper',
  fingerprint: 'f',
  page: 1,
  kind: 'HIGHLIGHT',
  colour: 'YELLOW',
  places: [[0, 0, 10, 10]],
  quote: 'Worte',
});

const nothing: Marks = { cursor: '', complete: true, own: [], group: [], read: [], places: [], groupName: null };

test('operations are sent in the order in which they were done, and then wait no more', async () => {
  const { outbox } = await (await device()).tab();
  const { post, received } = server();
  await outbox.add(MEETING, [mark('1'), mark('2')]);
  await outbox.add(MEETING, [mark('3')]);
  assert.equal(await outbox.count(), 3);

  await outbox.send(post);

  assert.deepEqual(received, ['1', '2', '3']);
  assert.equal(await outbox.count(), 0);
});

test('without network they stay, also over a reload', async () => {
  const it = await device();
  const { outbox } = await it.tab();
  const there = server();
  await outbox.add(MEETING, [mark('1')]);
  there.break('before');
  await assert.rejects(outbox.send(there.post));

  const reloaded = await it.tab();
  assert.equal(await reloaded.outbox.count(), 1);
  there.break(null);
  await reloaded.outbox.send(there.post);

  assert.deepEqual(there.received, ['1']);
});

test('an answer that is lost leads to a second sending, and the server does it once', async () => {
  const { outbox } = await (await device()).tab();
  const there = server();
  await outbox.add(MEETING, [mark('1')]);
  there.break('after');
  await assert.rejects(outbox.send(there.post));
  assert.equal(await outbox.count(), 1);

  there.break(null);
  const outcomes = await outbox.send(there.post);

  assert.deepEqual(
    outcomes.map((it) => it.outcome),
    ['KNOWN'],
  );
  assert.equal(there.done.size, 1);
  assert.equal(await outbox.count(), 0);
});

test('a crash after the answer, before it is noted, sends again and loses nothing', async () => {
  const it = await device();
  const { outbox } = await it.tab();
  const there = server();
  await outbox.add(MEETING, [mark('1'), mark('2')]);
  it.shelf.before = () => {
    throw new Error('the device is out of power');
  };
  await assert.rejects(outbox.send(there.post));

  it.shelf.before = () => {};
  const restarted = await it.tab();
  assert.equal(await restarted.outbox.count(), 2);
  await restarted.outbox.send(there.post);

  assert.deepEqual([...there.done.keys()], ['1', '2']);
  assert.equal(await restarted.outbox.count(), 0);
});

test('what could not be kept is said not to be kept', async () => {
  const it = await device();
  const { outbox } = await it.tab();
  it.shelf.before = () => {
    throw new Error('no room');
  };

  await assert.rejects(outbox.add(MEETING, [mark('1')]));

  assert.equal(await outbox.count(), 0);
});

test('two tabs that send at the same time send each operation once', async () => {
  const it = await device();
  const [one, other] = [await it.tab(), await it.tab()];
  const there = server();
  await Promise.all([
    one.outbox.add(MEETING, [mark('1'), mark('2')]),
    other.outbox.add(MEETING, [mark('3')]),
    one.outbox.add(MEETING, [mark('4')]),
  ]);
  assert.equal(await one.outbox.count(), 4, 'no tab wrote over what another one wrote');

  await Promise.all([one.outbox.send(there.post), other.outbox.send(there.post)]);

  assert.deepEqual([...there.received].sort(), ['1', '2', '3', '4']);
});

test('what the server refuses for good is kept with the reason until it was read', async () => {
  const { outbox } = await (await device()).tab();
  const there = server();
  there.refuse.add('1');
  await outbox.add(MEETING, [mark('1'), mark('2')]);

  await outbox.send(there.post);

  assert.equal(await outbox.count(), 0);
  const [[place, refused]] = await outbox.refused();
  assert.equal(refused.message, 'nicht mehr zu sehen');
  assert.equal(refused.operation.id, '1');
  await outbox.dismiss(place);
  assert.deepEqual(await outbox.refused(), []);
});

test('a refused one never gives its place to another', async () => {
  const { outbox } = await (await device()).tab();
  const there = server();
  there.refuse.add('1').add('2');
  await outbox.add(MEETING, [mark('1')]);
  await outbox.send(there.post);
  await outbox.add(MEETING, [mark('2')]);
  await outbox.send(there.post);

  assert.deepEqual(
    (await outbox.refused()).map(([, it]) => it.operation.id),
    ['1', '2'],
  );
});

test('of the places where somebody read only the last of each document waits', async () => {
  const { outbox } = await (await device()).tab();
  const there = server();
  const place = (id: string, document: string, page: number): Operation => ({ id, act: 'PLACE', document, page });
  await outbox.add(MEETING, [place('1', 'a', 1)]);
  await outbox.add(MEETING, [mark('2')]);
  await outbox.add(MEETING, [place('3', 'b', 1)]);
  await outbox.add(MEETING, [place('4', 'a', 2)]);
  assert.equal(await outbox.count(), 3);

  await outbox.send(there.post);

  assert.deepEqual(there.received, ['2', '3', '4']);
});

test('a server that answers nothing is not asked without end', async () => {
  const { outbox } = await (await device()).tab();
  let asked = 0;
  await outbox.add(MEETING, [mark('1')]);

  await outbox.send(() => {
    asked++;
    return Promise.resolve([]);
  });

  assert.equal(asked, 1);
  assert.equal(await outbox.count(), 1);
});

test('what was sent is in the marks as soon as it no longer waits', async () => {
  const { outbox, vault } = await (await device()).tab();
  await vault.write([[marksOf(MEETING), nothing]]);
  await outbox.add(MEETING, [mark('1')]);

  await outbox.send(server().post);

  assert.deepEqual(
    (await vault.read<Marks>(marksOf(MEETING)))!.own.map((it) => it.id),
    ['mark-1'],
  );
});

test('each meeting is sent on its own, in order', async () => {
  const { outbox } = await (await device()).tab();
  const sent: [string, number][] = [];
  const there = server();
  await outbox.add('a', [mark('1'), mark('2')]);
  await outbox.add('b', [mark('3')]);
  await outbox.add('a', [mark('4')]);

  await outbox.send((meeting, operations) => {
    sent.push([meeting, operations.length]);
    return there.post(meeting, operations);
  });

  assert.deepEqual(sent, [
    ['a', 2],
    ['b', 1],
    ['a', 1],
  ]);
});

test('a text that was written meanwhile elsewhere stays beside the one written here', () => {
  const at = '2026-03-18T16:00:00Z';
  const first = withOperations(nothing, [
    { operation: mark('1'), at },
    { operation: { id: 't1', act: 'TEXT', mark: 'mark-1', text: 'erste', replaces: [] }, at },
  ]);
  const rival = merged(first, {
    ...nothing,
    complete: false,
    own: [{ ...first.own[0]!, texts: [{ id: 'elsewhere', text: 'anderswo', writtenAt: at }], version: 3 }],
  });

  const both = withOperations(rival, [
    { operation: { id: 't2', act: 'TEXT', mark: 'mark-1', text: 'zweite', replaces: ['t1'] }, at },
  ]);

  assert.deepEqual(
    both.own[0]!.texts.map((it) => it.text),
    ['anderswo', 'zweite'],
  );
});

test('a mark with a text that its remover did not see is not removed', () => {
  const at = '2026-03-18T16:00:00Z';
  const marks = withOperations(nothing, [
    { operation: mark('1'), at },
    { operation: { id: 't1', act: 'TEXT', mark: 'mark-1', text: 'ungesehen', replaces: [] }, at },
  ]);

  assert.equal(
    withOperations(marks, [{ operation: { id: 'x', act: 'DELETE', mark: 'mark-1', replaces: [] }, at }]).own.length,
    1,
  );
  assert.equal(
    withOperations(marks, [{ operation: { id: 'x', act: 'DELETE', mark: 'mark-1', replaces: ['t1'] }, at }]).own.length,
    0,
  );
});

test('reading and its undoing, and the last page', () => {
  const at = '2026-03-18T16:00:00Z';
  const marks = withOperations({ ...nothing, read: ['a/1'] }, [
    { operation: { id: '1', act: 'READ', document: 'b', fingerprint: '2', read: true }, at },
    { operation: { id: '2', act: 'READ', document: 'a', fingerprint: '1', read: false }, at },
    { operation: { id: '3', act: 'PLACE', document: 'a', page: 3 }, at },
    { operation: { id: '4', act: 'PLACE', document: 'a', page: 5 }, at },
  ]);

  assert.deepEqual(marks.read, ['b/2']);
  assert.deepEqual(marks.places, [{ document: 'a', page: 5, at }]);
});

test('what was deleted elsewhere is gone after merging', () => {
  const at = '2026-03-18T16:00:00Z';
  const here = withOperations(nothing, [{ operation: mark('1'), at }]);

  assert.deepEqual(merged(here, { ...nothing, complete: false, own: [{ ...here.own[0]!, deleted: true }] }).own, []);
});

/** A server that breaks down over some operations, or over all. */
function brittle() {
  const there = server();
  const bad = new Set<string>();
  const state = { down: false, posts: 0 };
  return {
    ...there,
    bad,
    state,
    post: (meeting: string, operations: Operation[]): Promise<Outcome[]> => {
      state.posts++;
      return state.down || operations.some((it) => bad.has(it.id))
        ? Promise.reject(new BrokenDown())
        : there.post(meeting, operations);
    },
  };
}

test('one over which the server breaks down again does not hold up the others, and stays as not accepted', async () => {
  const { vault } = await (await device()).tab();
  const outbox = new Outbox(vault, () => new Date(), 'nicht angenommen');
  const { post, received, bad } = brittle();
  await outbox.add(MEETING, [mark('1'), mark('bad')]);
  await outbox.add('meeting-2', [mark('2')]);
  bad.add('bad');
  await assert.rejects(outbox.send(post), BrokenDown);
  assert.equal(await outbox.count(), 3, 'the first time it may be the server');

  await outbox.send(post);

  assert.deepEqual(received, ['1', '2']);
  assert.equal(await outbox.count(), 0);
  const [[, refused]] = await outbox.refused();
  assert.equal(refused.operation.id, 'bad');
  assert.equal(refused.message, 'nicht angenommen');
});

test('one that waits alone waits on, until the server answers for another', async () => {
  const { outbox } = await (await device()).tab();
  const { post, received, bad } = brittle();
  bad.add('bad');
  await outbox.add(MEETING, [mark('bad')]);
  await assert.rejects(outbox.send(post), BrokenDown);
  assert.deepEqual(await outbox.send(post), []);
  assert.equal(await outbox.count(), 1);
  assert.deepEqual(await outbox.refused(), []);
  assert.deepEqual(received, []);

  await outbox.add('meeting-2', [mark('good')]);
  await outbox.send(post);

  assert.deepEqual(received, ['good']);
  assert.equal((await outbox.refused()).length, 1);
});

test('while the server breaks down over everything nothing is given up, and it is not asked for each all the time', async () => {
  const { vault } = await (await device()).tab();
  const clock = { now: Date.parse('2026-03-18T16:00:00Z') };
  const outbox = new Outbox(vault, () => new Date(clock.now));
  const { post, state, received } = brittle();
  await outbox.add(MEETING, [mark('1'), mark('2'), mark('3')]);
  state.down = true;
  await assert.rejects(outbox.send(post), BrokenDown);
  await outbox.send(post);
  assert.equal(state.posts, 1 + 1 + 3);
  await assert.rejects(outbox.send(post), BrokenDown);
  assert.equal(state.posts, 6);
  assert.equal(await outbox.count(), 3);

  state.down = false;
  await outbox.send(post);
  assert.deepEqual(received, ['1', '2', '3']);
});
