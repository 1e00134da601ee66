import type { Told, Why } from './telling';

/** As far as a line needs a WebSocket. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: never) => void) | null;
}

export interface Pass {
  ticket: string;
  /** Name of the provider; without one, browsers are connected with each other. */
  provider?: string;
  iceServers?: RTCIceServer[];
  /** Whether sound and picture run over a gateway; from browser to browser otherwise. */
  gateway?: boolean;
}

/** Not let in; `reason` is a constant of `Entry`, or `ELSEWHERE`. */
export class Refused extends Error {
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** What is around a line; tests put something else there. */
export interface Around {
  /** Asks for a ticket. Rejects with {@link Refused} if there is none, with anything else if nobody answers. */
  ticket(takeOver: boolean, before: string | null): Promise<Pass>;
  socket(): Socket;
  later(act: () => void, millis: number): () => void;
}

export interface Hearer {
  /** In the room. `again` if it is the line from before, which the others never missed. */
  entered(line: string, pass: Pass, again: boolean): void;
  told(what: Extract<Told, { type: 'SCENE' | 'SIGNAL' | 'GATEWAY' }>): void;
  /** Not connected, and trying again. */
  lost(): void;
  /** Away for so long that the others have given up: whatever is still open has to be closed. */
  gone(): void;
  /** Not in the room, and not trying again by itself. `closed` if the room is closed for everybody. */
  out(why: Why | 'REFUSED', refusal: Refused | null, closed: boolean): void;
}

const FIRST_RETRY = 500;
const LONGEST_RETRY = 5_000;
const ANSWER = 8_000;

/** The line of this page into the room: comes in with a ticket, says that it is there, comes back by itself. */
export class Line {
  private socket: Socket | null = null;
  private line: string | null = null;
  private wanted = false;
  private trying = 0;
  private retry = FIRST_RETRY;
  private beat: (() => void) | null = null;
  private silence: (() => void) | null = null;
  private waiting: (() => void) | null = null;
  private goneSoon: (() => void) | null = null;
  private lostMillis = 15_000;

  constructor(
    private readonly around: Around,
    private readonly hearer: Hearer,
  ) {}

  get isIn(): boolean {
    return this.socket !== null && this.beat !== null;
  }

  /** On the way in, or in. */
  get isComing(): boolean {
    return this.socket !== null;
  }

  async enter(takeOver = false): Promise<void> {
    this.wanted = true;
    this.drop();
    const mine = ++this.trying;
    try {
      const before = this.line;
      const pass = await this.around.ticket(takeOver, before);
      if (mine === this.trying && this.wanted) {
        this.open(pass, before);
      }
    } catch (fault) {
      if (mine !== this.trying || !this.wanted) {
        return;
      }
      if (fault instanceof Refused) {
        this.end('REFUSED', fault);
      } else {
        this.again();
      }
    }
  }

  private open(pass: Pass, before: string | null): void {
    const socket = this.around.socket();
    this.socket = socket;
    this.listenForSilence(ANSWER);
    socket.onopen = () => socket.send(JSON.stringify({ type: 'enter', ticket: pass.ticket, before }));
    socket.onclose = () => {
      if (this.socket === socket) {
        this.drop();
        this.again();
      }
    };
    socket.onmessage = ({ data }) => {
      if (this.socket === socket) {
        this.hear(JSON.parse(String(data)) as Told, pass);
      }
    };
  }

  private hear(told: Told, pass: Pass): void {
    this.listenForSilence(this.lostMillis);
    switch (told.type) {
      case 'ENTERED': {
        const again = told.line === this.line;
        this.line = told.line;
        this.lostMillis = told.lostMillis;
        this.retry = FIRST_RETRY;
        this.goneSoon?.();
        this.goneSoon = null;
        this.beatEvery(told.beatMillis);
        this.hearer.entered(told.line, pass, again);
        break;
      }
      case 'ENDED':
        this.line = null;
        this.end(told.why, null, told.closed ?? false);
        break;
      case 'BEAT':
        break;
      default:
        this.hearer.told(told);
    }
  }

  send(what: Record<string, unknown>): void {
    if (this.isIn) {
      this.socket?.send(JSON.stringify(what));
    }
  }

  /** The network is away, or has just come back: nobody waits until it is noticed. */
  hurry(isThere: boolean): void {
    if (!this.wanted) {
      return;
    }
    if (!isThere && this.socket !== null) {
      this.drop();
      this.again();
    } else if (isThere && this.socket === null) {
      void this.enter();
    }
  }

  /** Goes away for good. */
  leave(): void {
    this.send({ type: 'leave' });
    this.stop();
  }

  /** The page goes away: perhaps somebody comes back to it. */
  stop(): void {
    this.wanted = false;
    this.trying++;
    this.line = null;
    this.goneSoon?.();
    this.goneSoon = null;
    this.drop();
  }

  private end(why: Why | 'REFUSED', refusal: Refused | null, closed = false): void {
    this.stop();
    this.hearer.out(why, refusal, closed);
  }

  private again(): void {
    this.hearer.lost();
    this.goneSoon ??= this.around.later(() => {
      this.goneSoon = null;
      this.line = null;
      this.hearer.gone();
    }, this.lostMillis);
    this.waiting = this.around.later(() => void this.enter(), this.retry);
    this.retry = Math.min(LONGEST_RETRY, this.retry * 2);
  }

  private beatEvery(millis: number): void {
    this.beat?.();
    this.beat = this.around.later(() => {
      this.send({ type: 'beat' });
      this.beatEvery(millis);
    }, millis);
  }

  private listenForSilence(millis: number): void {
    this.silence?.();
    this.silence = this.around.later(() => {
      this.drop();
      this.again();
    }, millis);
  }

  private drop(): void {
    for (const stop of [this.beat, this.silence, this.waiting]) {
      stop?.();
    }
    this.beat = this.silence = this.waiting = null;
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }
}
