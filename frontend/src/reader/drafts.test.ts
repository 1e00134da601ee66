import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, isBegun, operationsOf, wouldLose, type Draft, type DraftShelf } from './drafts';

const draft = (mark: string, more: Partial<Draft> = {}): Draft => ({
  meeting: 'm', document: 'd', title: 'Vorlage', fingerprint: 'f', mark, text: '', before: '', replaces: [], at: { page: 3, places: [[1, 2, 1, 2]] }, ...more,
});

function shelf() {
  const lying = new Map<string, Draft>();
  const state = { open: true };
  const it: DraftShelf = {
    keep: async (one) => state.open && lying.set(one.mark, one) !== undefined,
    drop: async (mark) => void lying.delete(mark),
    all: async () => [...lying.values()],
  };
  return { it, lying, state };
}

test('a note belongs to the document in which it was begun, whichever is shown when it is saved', () => {
  const [mark, text] = operationsOf(draft('1', { document: 'begun-here', fingerprint: 'then', text: ' Brunnen ' }), false);
  assert.ok(mark.act === 'MARK' && mark.document === 'begun-here' && mark.fingerprint === 'then' && mark.page === 3);
  assert.ok(text.act === 'TEXT' && text.text === 'Brunnen');
});

test('a mark that is there already is not made again', () => {
  assert.deepEqual(operationsOf(draft('1', { text: 'Brunnen' }), true).map((it) => it.act), ['TEXT']);
});

test('a new note without words is none; one whose words were taken away loses them', () => {
  assert.deepEqual(operationsOf(draft('1', { text: '  ' }), false), []);
  const [emptied] = operationsOf(draft('1', { before: 'alt', at: null, replaces: ['t'] }), true);
  assert.ok(emptied.act === 'TEXT' && emptied.text === '' && emptied.replaces[0] === 't');
});

test('what no database keeps is not sent', () => {
  const [text] = operationsOf(draft('1', { text: 'Brun\0nen \ud83d⛲🏛', at: null }), true);
  assert.ok(text.act === 'TEXT' && text.text === 'Brunnen ⛲🏛');
});

test('only words that are nowhere else are asked about', () => {
  assert.ok(!isBegun(draft('1', { text: 'alt', before: 'alt' })));
  assert.ok(isBegun(draft('1', { text: 'neu', before: 'alt' })));
  assert.ok(isBegun(draft('1', { text: '', before: 'alt' })));
});

test('what could not be saved is shown again, behind what is written meanwhile', () => {
  const drafts = new Drafts(undefined);
  drafts.begin(draft('1', { text: 'erste' }));
  const first = drafts.take()!;
  drafts.begin(draft('2', { text: 'zweite' }));
  drafts.putBack(first);
  assert.equal(drafts.current?.mark, '2');
  drafts.take();
  assert.equal(drafts.current?.text, 'erste');
  assert.ok(drafts.isUnsafe);
});

test('beginning another one throws nothing away', () => {
  const drafts = new Drafts(undefined);
  drafts.begin(draft('1', { text: 'erste' }));
  drafts.begin(draft('2'));
  drafts.take();
  assert.equal(drafts.current?.text, 'erste');
});

test('words on the shelf outlive the page, until they are saved', async () => {
  const { it, lying } = shelf();
  const drafts = new Drafts(it);
  const one = draft('1');
  drafts.begin(one);
  assert.ok(!drafts.isUnsafe, 'nothing written yet');
  one.text = 'Brunnen';
  assert.ok(drafts.isUnsafe);
  await drafts.keep();
  assert.ok(!drafts.isUnsafe);
  one.text = 'Brunnen am Markt';
  assert.ok(drafts.isUnsafe, 'what was added since lies nowhere');
  await drafts.keep();

  const reloaded = new Drafts(it);
  assert.ok(await reloaded.recover());
  assert.equal(reloaded.current?.text, 'Brunnen am Markt');
  assert.ok(!(await reloaded.recover()), 'once');
  await reloaded.forget(reloaded.take()!);
  assert.equal(lying.size, 0);
});

test('what is being saved stays on the shelf until it is saved', async () => {
  const { it, lying } = shelf();
  const drafts = new Drafts(it);
  drafts.begin(draft('1', { text: 'Brunnen' }));
  await drafts.keep();
  const taken = drafts.take()!;
  assert.equal(lying.size, 1);
  drafts.putBack(taken);
  assert.equal(drafts.current?.text, 'Brunnen');
  assert.ok(!drafts.isUnsafe);
});

test('while the device is locked nothing is safe', async () => {
  const { it, state } = shelf();
  state.open = false;
  const drafts = new Drafts(it);
  drafts.begin(draft('1', { text: 'Brunnen' }));
  await drafts.keep();
  assert.ok(drafts.isUnsafe);
});

test('words that were taken back leave nothing on the shelf', async () => {
  const { it, lying } = shelf();
  const drafts = new Drafts(it);
  const one = draft('1', { text: 'Brunnen' });
  drafts.begin(one);
  await drafts.keep();
  one.text = '';
  await drafts.keep();
  assert.equal(lying.size, 0);
});

test('what waits would be lost with the page, with a connection too, unless it lies on the device', () => {
  const none = { isUnsafe: false };
  assert.ok(wouldLose({ online: true, pending: 1 }, none));
  assert.ok(wouldLose({ online: false, pending: 1 }, none));
  assert.ok(!wouldLose({ online: true, pending: 1, safe: true }, none));
  assert.ok(!wouldLose({ online: false, pending: 0 }, none));
  assert.ok(wouldLose({ online: true, pending: 0, safe: true }, { isUnsafe: true }));
});
