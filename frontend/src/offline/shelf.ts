/** Where records lie, each at a place of its own. */
export interface Shelf {
  get(place: string): Promise<unknown>;
  /** All or none of it, and only then fulfilled; `undefined` takes a record away. */
  put(records: [place: string, record: unknown][]): Promise<void>;
  /** In order. */
  places(beginning: string): Promise<string[]>;
  /** Takes away all places that begin so. */
  clear(beginning: string): Promise<void>;
  /** Takes away the shelf itself. */
  destroy(): Promise<void>;
}

/** It was taken away, here or in another window. */
export class ShelfGone extends Error {}

const PREFIX = 'ratssaal-offline-';
const RECORDS = 'records';

/** Whose meetings lie on this device. */
export async function owners(): Promise<string[]> {
  if (typeof indexedDB === 'undefined') {
    return [];
  }
  const there = await indexedDB.databases();
  return there
    .map((it) => it.name ?? '')
    .filter((it) => it.startsWith(PREFIX))
    .map((it) => it.slice(PREFIX.length));
}

/** A shelf in the browser's database. It comes into being with its first record. */
export class DatabaseShelf implements Shelf {
  private readonly name: string;
  private open: Promise<IDBDatabase> | null = null;
  private gone = false;

  /** @param prefix of the database's name: what is kept for another purpose has another one */
  constructor(owner: string, prefix = PREFIX) {
    this.name = prefix + owner;
  }

  async get(place: string): Promise<unknown> {
    return this.read((records) => records.get(place));
  }

  async put(records: [string, unknown][]): Promise<void> {
    await this.write((store) =>
      records.forEach(([place, record]) => (record === undefined ? store.delete(place) : store.put(record, place))),
    );
  }

  async places(beginning: string): Promise<string[]> {
    return ((await this.read((records) => records.getAllKeys(under(beginning)))) ?? []) as string[];
  }

  async clear(beginning: string): Promise<void> {
    if (await this.isThere()) {
      await this.write((store) => store.delete(under(beginning)));
    }
  }

  async destroy(): Promise<void> {
    this.gone = true;
    if (this.open) {
      (await this.open).close();
      this.open = null;
    }
    await answered(indexedDB.deleteDatabase(this.name));
  }

  /** Asking must not bring a shelf into being. */
  private async isThere(): Promise<boolean> {
    return !this.gone && (this.open !== null || (await indexedDB.databases()).some((it) => it.name === this.name));
  }

  private async read<T>(ask: (records: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
    if (!(await this.isThere())) {
      return undefined;
    }
    const database = await this.database();
    return answered(ask(database.transaction(RECORDS, 'readonly').objectStore(RECORDS)));
  }

  private async write(change: (records: IDBObjectStore) => void): Promise<void> {
    const database = await this.database();
    await new Promise<void>((done, failed) => {
      const transaction = database.transaction(RECORDS, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error ?? new Error('not kept'));
      change(transaction.objectStore(RECORDS));
    });
  }

  private database(): Promise<IDBDatabase> {
    if (this.gone) {
      return Promise.reject(new ShelfGone()); // whoever still works here must not bring it back
    }
    this.open ??= this.connect();
    return this.open;
  }

  private async connect(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(RECORDS);
    try {
      const database = await answered(request);
      database.onversionchange = () => {
        this.gone = true; // another window takes it away
        database.close();
      };
      database.onclose = () => (this.open = null);
      return database;
    } catch (fault) {
      this.open = null;
      throw fault;
    }
  }
}

function under(beginning: string): IDBKeyRange {
  return IDBKeyRange.bound(beginning, beginning + '\uffff');
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('the database of the browser gave no reason'));
  });
}
