import { BrokenDown, type Id, type Marks, type Operation, type Outcome } from '../reader/source';
import { withOperations } from './overlay';
import type { Vault } from './vault';

/**
 * What was done on this device and waits to be sent, sealed, in the order in which it was done. It is taken away only when
 * the server has answered for it; what is sent twice, the server does once.
 */

export interface Waiting {
  meeting: Id;
  operation: Operation;
  at: string;
}

/** Something that the server refused for good: it stays until its writer has read why. */
export interface Refused extends Waiting {
  message: string;
}

type Post = (meeting: Id, operations: Operation[]) => Promise<Outcome[]>;

const OUT = 'out/';
const REFUSED = 'refused/';
const MOST_AT_ONCE = 50;
/** When the server broke down over each of them, they are not sent one by one again before that. */
const ONE_BY_ONE_AGAIN = 5 * 60_000;

/** Where the marks of a meeting lie, as the server knew them last. */
export function marksOf(meeting: Id): string {
  return `meeting/${meeting}/marks`;
}

export class Outbox extends EventTarget {
  /** Over which place at the front the server broke down last. */
  private brokenAt: string | null = null;
  private oneByOneFrom = 0;

  constructor(
    private readonly vault: Vault,
    private readonly now: () => Date = () => new Date(),
    /** What is said of one over which the server breaks down again and again. */
    private readonly notAccepted = '',
  ) {
    super();
  }

  /** Fulfilled when the operations are safe on this device. */
  async add(meeting: Id, operations: Operation[]): Promise<void> {
    await this.vault.turn('outbox-add', async () => {
      const last = [...(await this.vault.places(OUT)), ...(await this.vault.places(REFUSED))]
        .map((it) => Number(it.split('/')[1]))
        .reduce((most, it) => Math.max(most, it), 0);
      const at = this.now().toISOString();
      await this.vault.write([
        ...(await this.overtaken(meeting, operations)),
        ...operations.map((operation, index): [string, unknown] => [
          `${OUT}${String(last + index + 1).padStart(12, '0')}`,
          { meeting, operation, at },
        ]),
      ]);
    });
    this.oneByOneFrom = 0; // the server may answer for these
    this.changed();
  }

  /** Where somebody was reading counts only until they read on: otherwise each page turned would wait to be sent. */
  private async overtaken(meeting: Id, operations: Operation[]): Promise<[string, undefined][]> {
    const read = new Set(operations.flatMap((it) => (it.act === 'PLACE' ? [it.document] : [])));
    if (read.size === 0) {
      return [];
    }
    return (await this.readAll<Waiting>(OUT))
      .filter(([, it]) => it.meeting === meeting && it.operation.act === 'PLACE' && read.has(it.operation.document))
      .map(([place]) => [place, undefined]);
  }

  /** How many wait; also known while the vault is locked. */
  async count(): Promise<number> {
    return (await this.vault.places(OUT)).length;
  }

  async waiting(meeting: Id): Promise<Waiting[]> {
    const all = await this.readAll<Waiting>(OUT);
    return all.map(([, it]) => it).filter((it) => it.meeting === meeting);
  }

  async refused(): Promise<[place: string, refused: Refused][]> {
    return this.readAll<Refused>(REFUSED);
  }

  /** Its writer has read that it was refused. */
  async dismiss(place: string): Promise<void> {
    await this.vault.write([[place, undefined]]);
    this.changed();
  }

  /**
   * Sends what waits, in order; of several windows one at a time.
   *
   * @throws whatever `post` throws: then the rest waits on
   */
  async send(post: Post): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    await this.vault.turn('outbox-send', async () => {
      for (let next = await this.next(); next.length > 0; next = await this.next()) {
        const meeting = next[0]![1].meeting;
        const answers = await this.together(next, post);
        if (answers === null) {
          const settled = await this.oneByOne(post);
          outcomes.push(...settled);
          this.changed();
          if (settled.length === 0) {
            return;
          }
          continue;
        }
        if (!(await this.settle(meeting, next, answers))) {
          return; // no answer to any of them: asking at once again would not help
        }
        outcomes.push(...answers);
        this.changed();
      }
    });
    return outcomes;
  }

  /** @returns null if the server broke down over them a second time */
  private async together(next: [string, Waiting][], post: Post): Promise<Outcome[] | null> {
    const [front, { meeting }] = next[0]!;
    try {
      const answers = await post(
        meeting,
        next.map(([, it]) => it.operation),
      );
      this.brokenAt = null;
      return answers;
    } catch (fault) {
      if (fault instanceof BrokenDown && this.brokenAt === front && this.now().getTime() >= this.oneByOneFrom) {
        return null;
      }
      this.brokenAt = fault instanceof BrokenDown ? front : this.brokenAt;
      throw fault;
    }
  }

  /**
   * So that one does not hold up those behind it, of whatever meeting. Over which the server breaks down while it answers for
   * others, that stays here as not accepted; if it answers for none, all of them wait on.
   */
  private async oneByOne(post: Post): Promise<Outcome[]> {
    const bad: [string, Waiting][] = [];
    const outcomes: Outcome[] = [];
    for (const [place, waiting] of await this.front()) {
      try {
        const answers = await post(waiting.meeting, [waiting.operation]);
        if (await this.settle(waiting.meeting, [[place, waiting]], answers)) {
          outcomes.push(...answers);
        }
      } catch (fault) {
        if (!(fault instanceof BrokenDown)) {
          throw fault;
        }
        bad.push([place, waiting]);
      }
    }
    if (outcomes.length === 0) {
      this.oneByOneFrom = this.now().getTime() + ONE_BY_ONE_AGAIN;
      return [];
    }
    for (const [place, waiting] of bad) {
      const refusal: Outcome = { operation: waiting.operation.id, outcome: 'REFUSED', message: this.notAccepted };
      await this.settle(waiting.meeting, [[place, waiting]], [refusal]);
      outcomes.push(refusal);
    }
    return outcomes;
  }

  /** As many as go together: of one meeting, one after the other. */
  private async next(): Promise<[string, Waiting][]> {
    const first = await this.front();
    const end = first.findIndex(([, it]) => it.meeting !== first[0]![1].meeting);
    return end < 0 ? first : first.slice(0, end);
  }

  private async front(): Promise<[string, Waiting][]> {
    const places = (await this.vault.places(OUT)).slice(0, MOST_AT_ONCE);
    return Promise.all(places.map(async (place): Promise<[string, Waiting]> => [place, (await this.vault.read<Waiting>(place))!]));
  }

  /** What was done is from now on part of what the server knows: in the same step in which it no longer waits. */
  private async settle(meeting: Id, sent: [string, Waiting][], answers: Outcome[]): Promise<boolean> {
    const answered = sent.flatMap(([place, waiting]) => {
      const answer = answers.find((it) => it.operation === waiting.operation.id);
      return answer ? [{ place, waiting, answer }] : [];
    });
    const marks = await this.vault.read<Marks>(marksOf(meeting));
    const done = answered.filter((it) => it.answer.outcome !== 'REFUSED').map((it) => it.waiting);
    await this.vault.write([
      ...answered.map(({ place }): [string, unknown] => [place, undefined]),
      ...answered
        .filter((it) => it.answer.outcome === 'REFUSED')
        .map(({ place, waiting, answer }): [string, unknown] => [
          place.replace(OUT, REFUSED),
          { ...waiting, message: answer.message ?? '' },
        ]),
      ...(marks ? [[marksOf(meeting), withOperations(marks, done)] as [string, unknown]] : []),
    ]);
    return answered.length > 0;
  }

  private async readAll<T>(beginning: string): Promise<[string, T][]> {
    const places = await this.vault.places(beginning);
    const all = await Promise.all(
      places.map(async (place): Promise<[string, T | undefined]> => [place, await this.vault.read<T>(place)]),
    );
    return all.filter((it): it is [string, T] => it[1] !== undefined); // sent meanwhile by another window
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
