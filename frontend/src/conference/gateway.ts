import { PICTURE_BITS } from './peer';
import type { FromGateway } from './telling';

const RESTART_AFTER = 4_000;
const STALLED_AFTER = 15_000;
const LONGEST_PATIENCE = 60_000;

type Kind = 'audio' | 'video';

/**
 * The two connections with a gateway: one sends this page's sound and picture, the other receives those of everybody else. The server
 * says for this page what has to be said there. Whatever goes wrong, the page asks to come in anew, and both are made again.
 */
export class Gateway {
  private run = 0;
  private sending: RTCPeerConnection | null = null;
  private receiving: RTCPeerConnection | null = null;
  private readonly senders = new Map<Kind, RTCRtpSender>();
  private readonly tracks = new Map<Kind, MediaStreamTrack | null>();
  private readonly streams = new Map<string, MediaStream>();
  private tries = 0;
  private closed = false;
  private patience = 0;
  private restart = 0;
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly iceServers: RTCIceServer[],
    private readonly send: (body: string) => void,
    private readonly changed: () => void,
  ) {}

  from(line: string): { stream: MediaStream; state: RTCPeerConnectionState } | undefined {
    const stream = this.streams.get(line);
    return stream && { stream, state: this.receiving?.connectionState ?? 'closed' };
  }

  /** Sends this track, or nothing of its kind. */
  carry(kind: Kind, track: MediaStreamTrack | null): void {
    this.tracks.set(kind, track);
    const sender = this.senders.get(kind);
    if (sender && sender.track !== track) {
      void sender.replaceTrack(track);
    }
  }

  /** Nothing is kept of those who are not here any more. */
  keep(lines: Set<string>): void {
    [...this.streams.keys()].filter((it) => !lines.has(it)).forEach((it) => this.streams.delete(it));
  }

  /** One after the other. */
  hear(told: FromGateway): void {
    this.work = this.work
      .then(() => this.take(told))
      .catch((fault) => {
        console.warn('not understood', fault);
        this.again();
      });
  }

  private async take(told: FromGateway): Promise<void> {
    if (this.closed) {
      return;
    }
    if ('joined' in told) {
      this.hangUp();
      this.run = told.joined;
      await this.publish();
    } else if ('lost' in told) {
      this.hangUp();
    } else if (told.run !== this.run) {
      return;
    } else if ('answer' in told) {
      await this.sending?.setRemoteDescription({ type: 'answer', sdp: told.answer });
    } else {
      await this.receive(told.offer, told.streams);
    }
  }

  /** Both parts are there from the beginning: what is turned on or off later needs no new agreement. */
  private async publish(): Promise<void> {
    const connection = this.connect('sending');
    this.sending = connection;
    for (const kind of ['audio', 'video'] as const) {
      const { sender } = connection.addTransceiver(this.tracks.get(kind) ?? kind, {
        direction: 'sendonly',
        sendEncodings: kind === 'video' ? [{ maxBitrate: PICTURE_BITS }] : undefined,
      });
      this.senders.set(kind, sender);
    }
    await connection.setLocalDescription();
    this.say({ publish: connection.localDescription?.sdp });
    this.patience = window.setTimeout(
      () => {
        if (connection.connectionState !== 'connected') {
          this.again();
        }
      },
      Math.min(LONGEST_PATIENCE, STALLED_AFTER * 2 ** this.tries++),
    );
  }

  private async receive(offer: string, parts: { mid: string; line: string }[]): Promise<void> {
    const connection = (this.receiving ??= this.connect('receiving'));
    await connection.setRemoteDescription({ type: 'offer', sdp: offer });
    for (const line of new Set(parts.map((it) => it.line))) {
      const mids = parts.filter((it) => it.line === line).map((it) => it.mid);
      const tracks = connection
        .getTransceivers()
        .filter((it) => it.mid !== null && mids.includes(it.mid))
        .map((it) => it.receiver.track);
      const stream = this.streams.get(line) ?? new MediaStream();
      stream.getTracks().filter((it) => !tracks.includes(it)).forEach((it) => stream.removeTrack(it));
      tracks.forEach((it) => stream.addTrack(it));
      this.streams.set(line, stream);
    }
    await connection.setLocalDescription();
    this.say({ answer: connection.localDescription?.sdp });
    this.changed();
  }

  private connect(of: 'sending' | 'receiving'): RTCPeerConnection {
    const connection = new RTCPeerConnection({ iceServers: this.iceServers, bundlePolicy: 'max-bundle' });
    connection.onicecandidate = ({ candidate }) => this.say({ of, candidate: candidate?.toJSON() ?? {} });
    connection.onconnectionstatechange = () => {
      window.clearTimeout(this.restart);
      switch (connection.connectionState) {
        case 'connected':
          this.tries = 0;
          break;
        case 'failed':
          this.again();
          break;
        case 'disconnected':
          this.restart = window.setTimeout(() => this.again(), RESTART_AFTER);
          break;
      }
      this.changed();
    };
    return connection;
  }

  private again(): void {
    this.say({ again: true });
  }

  private say(what: Record<string, unknown>): void {
    this.send(JSON.stringify({ run: this.run, ...what }));
  }

  /** Nothing is sent or received until the page is in again. */
  private hangUp(): void {
    window.clearTimeout(this.patience);
    window.clearTimeout(this.restart);
    for (const connection of [this.sending, this.receiving]) {
      if (connection) {
        connection.onicecandidate = connection.onconnectionstatechange = null;
        connection.close();
      }
    }
    this.sending = this.receiving = null;
    this.senders.clear();
    this.streams.clear();
    this.changed();
  }

  close(): void {
    this.closed = true;
    this.hangUp();
  }
}
