import type { Shelf } from './shelf';

/** A shelf in memory, which may be made to fail: for tests. */
export class MemoryShelf implements Shelf {
  readonly records = new Map<string, unknown>();
  /** Called before each change; whatever it throws happens instead of the change. */
  before: (records: [string, unknown][]) => void = () => {};

  get(place: string): Promise<unknown> {
    return Promise.resolve(this.records.get(place));
  }

  put(records: [string, unknown][]): Promise<void> {
    try {
      this.before(records);
    } catch (fault) {
      return Promise.reject(fault as Error);
    }
    records.forEach(([place, record]) => (record === undefined ? this.records.delete(place) : this.records.set(place, record)));
    return Promise.resolve();
  }

  places(beginning: string): Promise<string[]> {
    return Promise.resolve([...this.records.keys()].filter((it) => it.startsWith(beginning)).sort());
  }

  clear(beginning: string): Promise<void> {
    [...this.records.keys()].filter((it) => it.startsWith(beginning)).forEach((it) => this.records.delete(it));
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.records.clear();
    return Promise.resolve();
  }
}

/** One after the other, as the locks of a browser do. */
export function turns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(
      name,
      turn.catch(() => {}),
    );
    return turn;
  };
}
