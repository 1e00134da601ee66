/** What is enough for a face, and leaves a household's line room for three of them. */
const PICTURE_BITS = 600_000;
const RESTART_AFTER = 4_000;
const STALLED_AFTER = 12_000;
const LONGEST_PATIENCE = 60_000;

interface Body {
  description?: RTCSessionDescriptionInit;
  candidate?: RTCIceCandidateInit | null;
}

/**
 * The connection with one other browser, made by "perfect negotiation": both may begin at any moment, and if they do at the same one, the
 * polite one gives way.
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
    private readonly send: (body: string) => void,
    private readonly changed: () => void,
    stalled: () => void,
    tries: number,
  ) {
    // what was said may have been lost on the way; one of both begins anew, and tells the other
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

  /** Two who send nothing have nothing to agree on. */
  private get isStalled(): boolean {
    const { connectionState, signalingState } = this.connection;
    return connectionState !== 'connected' && (connectionState !== 'new' || signalingState !== 'stable');
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
  hear(body: string): void {
    this.work = this.work
      .then(() => this.take(JSON.parse(body) as Body))
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

  private say(body: Body): void {
    if (body.description ?? body.candidate) {
      this.send(JSON.stringify(body));
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
