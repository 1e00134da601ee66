// What operations do to marks, in the one place where the browser says it: as the server does it, with versions that grow as
// they do there. The reader shows what was just done by it, the suitcase what was done without a network.
import type { Id, Mark, Marks, MarkText, Moment, Operation } from './source';

/** What is a reader's own: their marks, the versions they have read, and where they were in each document. */
export interface OwnMarks {
  own: Map<Id, Mark>;
  read: Set<string>;
  places: Map<Id, { page: number; at: Moment }>;
}

export const nothingMarked = (): OwnMarks => ({ own: new Map(), read: new Set(), places: new Map() });

export const version = (document: { id: Id; fingerprint: string }) => `${document.id}/${document.fingerprint}`;

export const copyOf = ({ own, read, places }: OwnMarks): OwnMarks => ({
  own: new Map(own),
  read: new Set(read),
  places: new Map(places),
});

/** What is known once an answer is laid over what was known before. */
export function learned(before: OwnMarks, answer: Marks): OwnMarks {
  const own = answer.complete ? new Map<Id, Mark>() : new Map(before.own);
  for (const mark of answer.own) {
    if (mark.deleted) own.delete(mark.id);
    else own.set(mark.id, mark);
  }
  return {
    own,
    read: new Set(answer.read),
    places: new Map(answer.places.map(({ document, page, at }) => [document, { page, at }])),
  };
}

/** Does to what is a reader's own what the server does to it. */
export function apply(to: OwnMarks, operation: Operation, at: Moment): void {
  const change = (id: Id, how: (mark: Mark) => Partial<Mark>) => {
    const mark = to.own.get(id);
    if (mark) to.own.set(id, { ...mark, ...how(mark), version: mark.version + 1 });
  };
  switch (operation.act) {
    case 'MARK':
      if (!to.own.has(operation.mark)) to.own.set(operation.mark, begun(operation));
      break;
    case 'COLOUR':
      change(operation.mark, () => ({ colour: operation.colour }));
      break;
    case 'TEXT':
      change(operation.mark, (mark) => ({ texts: rewritten(mark.texts, operation, at) }));
      break;
    case 'SHARE':
      change(operation.mark, () => ({ shared: operation.shared }));
      break;
    case 'DELETE': {
      const left = to.own.get(operation.mark)?.texts.filter((it) => !operation.replaces.includes(it.id)) ?? [];
      if (left.length) change(operation.mark, () => ({ texts: left }));
      else to.own.delete(operation.mark);
      break;
    }
    case 'READ': {
      const read = version({ id: operation.document, fingerprint: operation.fingerprint });
      if (operation.read) to.read.add(read);
      else to.read.delete(read);
      break;
    }
    case 'PLACE':
      to.places.set(operation.document, { page: operation.page, at });
  }
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

function rewritten(texts: MarkText[], operation: Operation & { act: 'TEXT' }, at: Moment): MarkText[] {
  const left = texts.filter((it) => !operation.replaces.includes(it.id) && it.id !== operation.id);
  return operation.text.trim() ? [...left, { id: operation.id, text: operation.text, writtenAt: at }] : left;
}
