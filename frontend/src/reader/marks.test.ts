import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextUnread, ReaderMarks } from './marks';
import type { Mark, Marks, Meeting, Operation } from './source';

const answer = (own: Mark[] = [], more: Partial<Marks> = {}): Marks => ({
  cursor: '1-x', complete: true, own, group: [], read: [], places: [], groupName: 'SPD', ...more,
});
const put = (id: string): Operation => ({
  id: `op-${id}`, act: 'MARK', mark: id, document: 'd', fingerprint: 'f', page: 1, kind: 'HIGHLIGHT', colour: 'YELLOW', places: [[0, 0, 1, 1]], quote: 'Brunnen',
});
const marked = (id: string, texts: Mark['texts'] = []): Mark => ({
  id, document: 'd', fingerprint: 'f', page: 1, kind: 'HIGHLIGHT', colour: 'YELLOW', places: [[0, 0, 1, 1]], quote: '', texts, shared: false, version: 1, mine: true, author: 'A', deleted: false,
});

test('what was done here is shown at once, and still when the source answers with what was before', () => {
  const marks = new ReaderMarks();
  marks.take(answer());
  marks.did([put('1')]);
  assert.equal(marks.own.length, 1);
  marks.take(answer());
  assert.equal(marks.own.length, 1);
  marks.settled([{ operation: 'op-1', outcome: 'DONE', message: null }]);
  assert.equal(marks.own.length, 1);
});

test('what was refused is gone', () => {
  const marks = new ReaderMarks();
  marks.did([put('1')]);
  marks.settled([{ operation: 'op-1', outcome: 'REFUSED', message: 'no' }]);
  assert.equal(marks.own.length, 0);
});

test('a text that its writer did not see is not taken away by theirs', () => {
  const marks = new ReaderMarks();
  marks.take(answer([marked('1', [{ id: 'seen', text: 'alt', writtenAt: '' }])]));
  marks.did([{ id: 'new', act: 'TEXT', mark: '1', text: 'neu', replaces: ['seen'] }]);
  assert.deepEqual(marks.find('1')?.texts.map((it) => it.text), ['neu']);
  marks.take(answer([marked('1', [{ id: 'other', text: 'vom Telefon', writtenAt: '' }])], { complete: false }));
  assert.deepEqual(marks.find('1')?.texts.map((it) => it.text), ['vom Telefon', 'neu']);
});

test('a mark with a text that was not seen is not deleted', () => {
  const marks = new ReaderMarks();
  marks.take(answer([marked('1', [{ id: 'unseen', text: 'bleibt', writtenAt: '' }])]));
  marks.did([{ id: 'x', act: 'DELETE', mark: '1', replaces: [] }]);
  assert.equal(marks.own.length, 1);
  marks.did([{ id: 'y', act: 'DELETE', mark: '1', replaces: ['unseen'] }]);
  assert.equal(marks.own.length, 0);
});

test('traces of deleted marks take them away, and only in an answer that is not complete others stay', () => {
  const marks = new ReaderMarks();
  marks.take(answer([marked('1'), marked('2')]));
  marks.take(answer([{ ...marked('1'), deleted: true }], { complete: false }));
  assert.deepEqual(marks.own.map((it) => it.id), ['2']);
  marks.take(answer([]));
  assert.deepEqual(marks.own, []);
});

test('the next unread document comes behind the one that is shown, and then from the beginning', () => {
  const document = (id: string) => ({
    id, title: id, kind: 'FILE' as const, pages: 1, bytes: 1, nonPublic: false, fingerprint: 'f', new: true, address: '', original: null,
  });
  const meeting = {
    items: [{ documents: ['a', 'b'].map(document) }, { documents: ['c'].map(document) }],
  } as unknown as Meeting;
  const marks = new ReaderMarks();
  marks.take(answer([], { read: ['b/f'] }));
  assert.equal(nextUnread(meeting, marks, null)?.id, 'a');
  assert.equal(nextUnread(meeting, marks, 'a')?.id, 'c');
  assert.equal(nextUnread(meeting, marks, 'c')?.id, 'a');
  marks.did([{ id: 'r', act: 'READ', document: 'a', fingerprint: 'f', read: true }]);
  assert.equal(nextUnread(meeting, marks, 'c'), null);
  marks.settled([{ operation: 'r', outcome: 'DONE', message: null }]);
  marks.take(answer([], { read: ['a/old', 'b/f', 'c/f'] }));
  assert.equal(nextUnread(meeting, marks, 'b')?.id, 'a', 'a new version is unread');
});
