/** Calls from a page into a worker and the answers back, one message each. */

type Handler = (argument: any, progress: (told: unknown) => void) => unknown;

interface Call {
  id: number;
  name: string;
  argument: unknown;
}

type Answer = { id: number } & ({ value: unknown } | { progress: unknown } | { fault: string });

/** In the worker: answers calls, one after another. */
export function answerCalls(handlers: Readonly<Record<string, Handler>>): void {
  let last: Promise<void> = Promise.resolve();
  const tell = (answer: Answer): void => postMessage(answer);
  addEventListener('message', ({ data }: MessageEvent<Call>) => {
    if (!('name' in data)) {
      return;
    }
    last = last.then(async () => {
      const { id, name, argument } = data;
      try {
        tell({ id, value: await handlers[name]!(argument, (progress) => tell({ id, progress })) });
      } catch (fault) {
        tell({ id, fault: String(fault) });
      }
    });
  });
}

/** In the page: a worker to be called. */
export class Calls {
  private readonly waiting = new Map<
    number,
    { done: (value: any) => void; failed: (fault: Error) => void; progress: (told: any) => void }
  >();
  private calls = 0;

  constructor(private readonly worker: Worker) {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const call = this.waiting.get(data.id);
      if (call === undefined) {
        return;
      }
      if ('progress' in data) {
        call.progress(data.progress);
        return;
      }
      this.waiting.delete(data.id);
      if ('fault' in data) {
        call.failed(new Error(data.fault));
      } else {
        call.done(data.value);
      }
    });
    worker.addEventListener('error', (event) => {
      this.waiting.forEach((it) => it.failed(new Error(event.message || 'the worker does not start')));
      this.waiting.clear();
    });
  }

  call<T>(name: string, argument: unknown, progress: (told: any) => void = () => {}): Promise<T> {
    const id = ++this.calls;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed, progress });
      this.worker.postMessage({ id, name, argument } satisfies Call);
    });
  }

  /** Sends something that is no call. */
  say(message: Record<string, unknown>): void {
    this.worker.postMessage(message);
  }

  end(): void {
    this.worker.terminate();
  }
}
