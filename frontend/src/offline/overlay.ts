import type { Mark, Marks, Operation } from '../reader/source';

/** Marks as they were when the server was asked last, and what it told since. */
export function merged(before: Marks | undefined, news: Marks): Marks {
  if (before === undefined || news.complete) {
    return { ...news, complete: true };
  }
  const own = new Map(before.own.map((it) => [it.id, it]));
  news.own.forEach((it) => (it.deleted ? own.delete(it.id) : own.set(it.id, it)));
  return { ...news, complete: true, own: [...own.values()] };
}

/** Marks as they are once these operations are done, as far as this device can know. */
export function withOperations(marks: Marks, operations: { operation: Operation; at: string }[]): Marks {
  const own = new Map(marks.own.map((it) => [it.id, it]));
  const read = new Set(marks.read);
  let places = marks.places;
  for (const { operation, at } of operations) {
    switch (operation.act) {
      case 'READ': {
        const version = `${operation.document}/${operation.fingerprint}`;
        if (operation.read) {
          read.add(version);
        } else {
          read.delete(version);
        }
        break;
      }
      case 'PLACE':
        places = [
          ...places.filter((it) => it.document !== operation.document),
          { document: operation.document, page: operation.page, at },
        ];
        break;
      case 'MARK':
        if (!own.has(operation.mark)) {
          own.set(operation.mark, begun(operation));
        }
        break;
      default: {
        const mark = own.get(operation.mark);
        if (mark !== undefined) {
          const after = changed(mark, operation, at);
          if (after.deleted) {
            own.delete(mark.id);
          } else {
            own.set(mark.id, after);
          }
        }
      }
    }
  }
  return { ...marks, own: [...own.values()], read: [...read], places };
}

function begun(operation: Operation & { act: 'MARK' }): Mark {
  return {
    id: operation.mark,
    document: operation.document,
    fingerprint: operation.fingerprint,
    page: operation.page,
    kind: operation.kind,
    colour: operation.colour,
    places: operation.places,
    quote: operation.quote,
    texts: [],
    shared: false,
    version: 1,
    mine: true,
    author: '',
    deleted: false,
  };
}

/** Versions grow as they do on the server. */
function changed(mark: Mark, operation: Operation & { act: 'COLOUR' | 'TEXT' | 'SHARE' | 'DELETE' }, at: string): Mark {
  const next = { ...mark, version: mark.version + 1 };
  switch (operation.act) {
    case 'COLOUR':
      return { ...next, colour: operation.colour };
    case 'TEXT': {
      const others = mark.texts.filter((it) => !operation.replaces.includes(it.id) && it.id !== operation.id);
      return {
        ...next,
        texts: operation.text === '' ? others : [...others, { id: operation.id, text: operation.text, writtenAt: at }],
      };
    }
    case 'SHARE':
      return { ...next, shared: operation.shared };
    case 'DELETE': {
      const texts = mark.texts.filter((it) => !operation.replaces.includes(it.id));
      return { ...next, texts, deleted: texts.length === 0 };
    }
  }
}
