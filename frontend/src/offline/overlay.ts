// Marks in the suitcase: as the server told them, with what was done on this device since laid over them.
import { apply, learned, nothingMarked, type OwnMarks } from '../reader/operations';
import type { Marks, Operation } from '../reader/source';

/** Marks as they were when the server was asked last, and what it told since. */
export function merged(before: Marks | undefined, news: Marks): Marks {
  const known = before === undefined ? nothingMarked() : learned(nothingMarked(), { ...before, complete: true });
  return told(news, learned(known, { ...news, complete: news.complete || before === undefined }));
}

/** Marks as they are once these operations are done, as far as this device can know. */
export function withOperations(marks: Marks, operations: { operation: Operation; at: string }[]): Marks {
  const known = learned(nothingMarked(), { ...marks, complete: true });
  operations.forEach(({ operation, at }) => apply(known, operation, at));
  return { ...told(marks, known), complete: marks.complete };
}

function told(marks: Marks, { own, read, places }: OwnMarks): Marks {
  return {
    ...marks,
    complete: true,
    own: [...own.values()],
    read: [...read],
    places: [...places].map(([document, place]) => ({ document, ...place })),
  };
}
