/** What is enough for a face, and leaves a household's line room for three of them. */
export const PICTURE_BITS = 600_000;
const RESTART_AFTER = 4_000;
const STALLED_AFTER = 10_000;
const LONGEST_PATIENCE = 30_000;

/** What two browsers say to each other, of one attempt to connect them. */
export interface Body {
  run: number;
  description?: RTCSessionDescriptionInit;
  candidate?: RTCIceCandidateInit | null;
}

/** What was said, if it can be understood. */
export function readBody(said: string): Body | null {
  try {
    const body = JSON.parse(said) as Body | null;
    return Number.isSafeInteger(body?.run) ? body : null;
  } catch (fault) {
    console.warn('not understood', fault);
    return null;
  }
}

/**
 * One attempt to connect with one other browser. The impolite one begins it, and begins another where it comes to nothing: what was said in
 * an older attempt counts no more. Afterwards it is "perfect negotiation": both may say what has changed at any moment, and if they do at
 * the same one, the polite one gives way.
 */
export class Peer {
  readonly stream = new MediaStream();
  private readonly connection: RTCPeerConnection;
  private readonly senders = new Map<string, RTCRtpSender>();
  private making = false;
  private ignoring = false;
  private restart = 0;
  private patience = 0;
  private work: Promise<void> = Promise.resolve();

  constructor(
    iceServers: RTCIceServer[],
    private readonly polite: boolean,
    readonly run: number,
    private readonly send: (body: string) => void,
    private readonly changed: () => void,
    stalled: () => void,
    tries: number,
  ) {
    if (!polite) {
      const look = () => {
        if (this.isStalled) {
          stalled();
        } else {
          this.patience = window.setTimeout(look, STALLED_AFTER);
        }
      };
      this.patience = window.setTimeout(look, Math.min(LONGEST_PATIENCE, STALLED_AFTER * 2 ** tries));
    }
    this.connection = new RTCPeerConnection({ iceServers });
    this.connection.onicecandidate = ({ candidate }) => this.say({ candidate: candidate?.toJSON() ?? null });
    this.connection.onnegotiationneeded = () => void this.offer();
    this.connection.ontrack = ({ track }) => {
      this.stream.getTracks().filter((it) => it.kind === track.kind).forEach((it) => this.stream.removeTrack(it));
      this.stream.addTrack(track);
      this.changed();
    };
    this.connection.onconnectionstatechange = () => {
      window.clearTimeout(this.restart);
      switch (this.connection.connectionState) {
        case 'failed':
          this.connection.restartIce();
          break;
        case 'disconnected':
          this.restart = window.setTimeout(() => this.connection.restartIce(), RESTART_AFTER);
          break;
      }
      this.changed();
    };
  }

  private get isStalled(): boolean {
    return this.connection.connectionState !== 'connected';
  }

  get state(): RTCPeerConnectionState {
    return this.connection.connectionState;
  }

  /** Sends this track, or nothing of its kind. */
  carry(kind: 'audio' | 'video', track: MediaStreamTrack | null): void {
    const sender = this.senders.get(kind);
    if (sender !== undefined) {
      if (sender.track !== track) {
        void sender.replaceTrack(track);
      }
    } else if (track !== null) {
      const added = this.connection.addTrack(track);
      this.senders.set(kind, added);
      if (kind === 'video') {
        void limit(added);
      }
    }
  }

  /** Makes an offer even where there is nothing to send: the other may have something. */
  begin(): void {
    if (this.senders.size === 0) {
      this.connection.addTransceiver('audio', { direction: 'recvonly' });
    }
  }

  /** Finds a way anew after the network was away. */
  again(): void {
    if (this.state !== 'connected') {
      this.connection.restartIce();
    }
  }

  private async offer(): Promise<void> {
    try {
      this.making = true;
      await this.connection.setLocalDescription();
      this.say({ description: this.connection.localDescription?.toJSON() as RTCSessionDescriptionInit });
    } catch (fault) {
      if (this.connection.signalingState !== 'closed') {
        console.warn('no offer', fault);
      }
    } finally {
      this.making = false;
    }
  }

  /** One after the other: a candidate must not overtake the description it belongs to. */
  hear(body: Body): void {
    this.work = this.work
      .then(() => this.take(body))
      .catch((fault) => {
        if (!this.ignoring && this.connection.signalingState !== 'closed') {
          console.warn('not understood', fault);
        }
      });
  }

  private async take({ description, candidate }: Body): Promise<void> {
    if (description) {
      const collides = description.type === 'offer' && (this.making || this.connection.signalingState !== 'stable');
      this.ignoring = !this.polite && collides;
      if (this.ignoring) {
        return;
      }
      await this.connection.setRemoteDescription(description);
      if (description.type === 'offer') {
        await this.connection.setLocalDescription();
        this.say({ description: this.connection.localDescription?.toJSON() as RTCSessionDescriptionInit });
      }
    } else if (candidate) {
      await this.connection.addIceCandidate(candidate);
    }
  }

  private say(body: Omit<Body, 'run'>): void {
    if (body.description ?? body.candidate) {
      this.send(JSON.stringify({ run: this.run, ...body }));
    }
  }

  close(): void {
    window.clearTimeout(this.restart);
    window.clearTimeout(this.patience);
    this.connection.onconnectionstatechange = this.connection.onnegotiationneeded = this.connection.ontrack = null;
    this.connection.close();
    this.stream.getTracks().forEach((it) => {
      it.stop();
      this.stream.removeTrack(it);
    });
  }
}

async function limit(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters();
  if (parameters.encodings?.length) {
    parameters.encodings[0]!.maxBitrate = PICTURE_BITS;
    await sender.setParameters(parameters).catch(() => undefined); // a browser that cannot sends what it sends
  }
}
